import { z } from "zod";
import { say } from "../contract/app-words.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { explainFailure } from "./explain-failure.ts";
import { readFailure } from "./read-failure.ts";

/** A GaxiosError, told by its form: to load its class would load the SDK. */
const refused = z.object({
  response: z.object({
    status: z.number(),
    data: z.unknown(),
    headers: z.custom<Headers>((headers) => typeof Object(headers).get === "function"),
  }),
});

/** What the SDK threw, in the merchant's words; null for what did not come from Google. */
export function classifyError(error: unknown): ProviderError | null {
  if (error instanceof ProviderError) return error;
  // The SDK wraps what the fetch that it was given rejects with.
  if (error instanceof Error && error.cause instanceof ProviderError) return error.cause;
  const reply = refused.safeParse(error);
  if (!reply.success) return null;
  const { status, data, headers } = reply.data.response;
  return explainFailure(readFailure(status, data, headers.get("retry-after")));
}

export function unreadable(detail: string): ProviderError {
  const message = say("app_unreadable", { app: "Google" });
  return new ProviderError({ kind: "unavailable", message, detail });
}
