import { type FailureKind, ProviderError } from "../contract/provider-error.ts";

/** What concerns the account as a whole, and would fail the reading beside it as well. */
const serious: readonly FailureKind[] = ["auth", "account_closed", "rate_limited", "timeout"];

export function isSerious({ kind }: ProviderError): boolean {
  return serious.includes(kind);
}

/**
 * A reading that merely decorates others (the shop's currency, a name): undefined where it fails.
 * @throws {ProviderError} for what concerns the account as a whole
 */
export async function orUndefined<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ProviderError && !isSerious(error)) return undefined;
    throw error;
  }
}
