import { lookUp } from "#lib/look-up.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";

interface ConnectErrorWords {
  title: string;
  meaning: string;
}

/** Which words each code of a failure has. */
const names = {
  denied: "denied",
  expired: "expired",
  state_mismatch: "state_mismatch",
  wrong_browser: "wrong_browser",
  not_signed_in: "not_signed_in",
  not_allowed: "not_allowed",
  not_configured: "not_configured",
  needs_https: "needs_https",
  invalid_input: "invalid_input",
  bad_callback: "bad_callback",
  account_closed: "account_closed",
  unavailable: "unavailable",
  timeout: "unavailable",
  auth: "auth",
  scope_missing: "scope_missing",
  rate_limited: "rate_limited",
  account_connected_already: "account_connected_already",
} as const;
type Name = (typeof names)[keyof typeof names] | "unknown";

/** What a connection that did not come about means, and what to do. `app` is the app's name. */
export function connectErrorWords(
  code: string,
  app: string,
  locale: Locale = defaultLocale,
): ConnectErrorWords {
  const name = lookUp<Name>(names, code) ?? "unknown";
  return {
    title: screenText(`connect_outcome_${name}_title`, { app }, locale),
    meaning: screenText(`connect_outcome_${name}_meaning`, { app }, locale),
  };
}
