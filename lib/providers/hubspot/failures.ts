import type { Message } from "#lib/failures/message.ts";
import { say } from "../contract/app-words.ts";
import { type FailureKind, ProviderError } from "../contract/provider-error.ts";

export function failure(kind: FailureKind, message: Message, detail?: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}

/** An answer that is not in the form that HubSpot documents. */
export function unreadable(why: string): ProviderError {
  const message = say("app_unreadable", { app: "HubSpot" });
  return failure("unavailable", message, why);
}
