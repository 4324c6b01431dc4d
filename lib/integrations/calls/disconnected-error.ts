import { say } from "#lib/failures/say.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";

export function disconnectedError(name: string): ProviderError {
  return new ProviderError({ kind: "auth", message: say("app_disconnected", { app: name }) });
}
