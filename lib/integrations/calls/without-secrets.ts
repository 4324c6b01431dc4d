import { base64, maskerOfTexts } from "#lib/crypto/mask-texts.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Secrets } from "../tokens/secrets.ts";

/** Shorter ones are no secrets, and would be found in plain words. */
const shortest = 6;

/** A failure that may be kept and shown: some providers, and many shops, repeat the keys that they were sent. */
export function withoutSecrets(failure: ProviderError, secrets: Secrets): ProviderError {
  const values = Object.values(secrets).filter((value) => value.length >= shortest);
  // Two of them may go out together, as HTTP's Basic.
  const pairs = values.flatMap((user) => values.map((password) => base64(`${user}:${password}`)));
  const { inText } = maskerOfTexts([...values, ...pairs]);
  const message = inText(failure.message);
  const detail = failure.detail === undefined ? undefined : inText(failure.detail);
  const params = Object.fromEntries(
    Object.entries(failure.params).map(([name, value]) => [
      name,
      typeof value === "string" ? inText(value) : value,
    ]),
  );
  const { kind, code, retryAfterMs, missingScope, isOwnLimit } = failure;
  return new ProviderError({
    kind,
    message: { code, params, message },
    detail,
    retryAfterMs,
    missingScope,
    isOwnLimit,
    cause: failure.cause,
  });
}
