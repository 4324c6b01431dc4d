import { AppError } from "#lib/errors.ts";
import { consequences } from "#lib/failures/consequences.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";

/** What a caller of ours is told when a provider did not do what it was asked; anything else stays as it is. */
export function toAppError(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  const { retryAfterMs } = error;
  const { status, error: code } = consequences[error.kind].answer;
  return new AppError({
    status,
    code,
    said: error.said,
    cause: error,
    ...(retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) }),
  });
}
