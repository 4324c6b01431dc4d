import type { Message } from "#lib/failures/message.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";

/**
 * What a failure says of a request that was to move money.
 * not_made: it was not taken on, and the same may be asked for again later. refused: it was looked at, and will not be.
 * unknown: it may have been done, so it is looked up.
 */
export type Outcome = "not_made" | "refused" | "unknown";

/** Of the app's own words only those count that leave no doubt. A conflict may be one with our own earlier request. */
export function outcomeOf(error: ProviderError): Outcome {
  switch (error.kind) {
    case "rate_limited":
    case "auth":
    case "scope_missing":
    case "account_closed":
      return "not_made";
    case "invalid_input":
    case "not_found":
      return "refused";
    case "conflict":
    case "timeout":
    case "unavailable":
      return "unknown";
  }
}

/** What was said of why, for the row. */
export function whyOf(error: unknown): { said: Message | null; detail: string | null } {
  if (!(error instanceof ProviderError)) return { said: null, detail: null };
  return { said: error.said, detail: error.detail ?? null };
}
