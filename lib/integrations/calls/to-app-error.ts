import { AppError } from "#lib/errors.ts";
import { type FailureKind, ProviderError } from "#lib/providers/provider-error.ts";

const answers: Record<FailureKind, { status: number; code: string }> = {
  auth: { status: 409, code: "reconnect_needed" },
  scope_missing: { status: 409, code: "scope_missing" },
  account_closed: { status: 409, code: "account_closed" },
  rate_limited: { status: 429, code: "provider_rate_limited" },
  invalid_input: { status: 422, code: "provider_refused_input" },
  not_found: { status: 422, code: "provider_not_found" },
  conflict: { status: 409, code: "provider_conflict" },
  timeout: { status: 504, code: "provider_timeout" },
  unavailable: { status: 502, code: "provider_unavailable" },
};

/** What a caller of ours is told when a provider did not do what it was asked; anything else stays as it is. */
export function toAppError(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  const { retryAfterMs } = error;
  return new AppError({
    ...answers[error.kind],
    message: error.message,
    cause: error,
    ...(retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) }),
  });
}
