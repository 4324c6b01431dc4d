import * as oauth from "oauth4webapi";
import { ProviderError } from "#lib/providers/provider-error.ts";

/** RFC 6749 §5.2: what each refusal of a token endpoint means for the connection. */
export function explainTokenError(name: string, error: unknown): unknown {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth += 1) {
    if (inner instanceof ProviderError) return inner;
  }
  if (error instanceof oauth.ResponseBodyError) {
    const detail = [error.error, error.error_description].filter(Boolean).join(": ");
    if (error.error === "invalid_grant") {
      const message = `${name} no longer accepts the access that was given. Connect it again.`;
      return new ProviderError({ kind: "auth", message, detail, cause: error });
    }
    if (error.error === "invalid_client" || error.error === "unauthorized_client") {
      const message = `${name} does not accept this installation's app: its id or secret is wrong. Only whoever runs Patchbay can put that right.`;
      return new ProviderError({ kind: "unavailable", message, detail, cause: error });
    }
    if (error.error === "temporarily_unavailable" || error.error === "server_error") {
      const message = `${name} has trouble handing out access. Try again in a minute.`;
      return new ProviderError({ kind: "unavailable", message, detail, cause: error });
    }
    const message = `${name} refused to hand out access (${error.error}). Connect it again.`;
    return new ProviderError({ kind: "auth", message, detail, cause: error });
  }
  if (
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.WWWAuthenticateChallengeError
  ) {
    const message = `${name} answered something that cannot be understood. Try again later.`;
    return new ProviderError({
      kind: "unavailable",
      message,
      detail: `${error.code}: ${error.message}`,
      cause: error,
    });
  }
  return error;
}
