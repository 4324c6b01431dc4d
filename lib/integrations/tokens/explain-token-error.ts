import * as oauth from "oauth4webapi";
import { say } from "#lib/failures/say.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";

/** RFC 6749 §5.2: what each refusal of a token endpoint means for the connection. */
export function explainTokenError(name: string, error: unknown): unknown {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth += 1) {
    if (inner instanceof ProviderError) return inner;
  }
  if (error instanceof oauth.ResponseBodyError) {
    const detail = [error.error, error.error_description].filter(Boolean).join(": ");
    if (error.error === "invalid_grant") {
      return new ProviderError({
        kind: "auth",
        message: say("app_access_ended", { app: name }),
        detail,
        cause: error,
      });
    }
    if (error.error === "invalid_client" || error.error === "unauthorized_client") {
      const said = say("app_not_ours", { app: name });
      return new ProviderError({ kind: "unavailable", message: said, detail, cause: error });
    }
    if (error.error === "temporarily_unavailable" || error.error === "server_error") {
      const said = say("app_access_trouble", { app: name });
      return new ProviderError({ kind: "unavailable", message: said, detail, cause: error });
    }
    const said = say("app_access_refused", { app: name, error: error.error });
    return new ProviderError({ kind: "auth", message: said, detail, cause: error });
  }
  if (
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.WWWAuthenticateChallengeError
  ) {
    return new ProviderError({
      kind: "unavailable",
      message: say("app_unreadable", { app: name }),
      detail: `${error.code}: ${error.message}`,
      cause: error,
    });
  }
  return error;
}
