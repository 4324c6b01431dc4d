import { ProviderError } from "#lib/providers/provider-error.ts";

export function disconnectedError(name: string): ProviderError {
  return new ProviderError({ kind: "auth", message: `${name} is disconnected. Connect it again.` });
}
