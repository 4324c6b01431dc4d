import { isSerious, ProviderError } from "../contract/provider-error.ts";

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
