import type { FailureCode } from "#lib/deliveries/schema.ts";
import { consequences } from "#lib/failures/consequences.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";

/** On whose side a failure lies. `settings` are the merchant's own, in Patchbay. */
export type Side = "endpoint" | "network" | "settings" | "patchbay";

/**
 * `retry` = sending again may help as things are; `settings` = something in the webhook must change first; `none` = it
 * cannot be sent any more.
 */
type Remedy = "retry" | "settings" | "none";

export interface FailureCause {
  /** What happened, as a clause for a headline: "Till rejected our sign-in details". */
  what: string;
  meaning: string;
  side: Side;
  /** What to do about the cause. Each page adds what follows from it there: retry, send a test, resume. */
  advice: string;
  remedy: Remedy;
}

/**
 * Why an attempt failed, in words for a shop owner, from its failure code and, for HTTP answers, its status.
 * @param destination what the destination is called
 */
export function failureCause(
  destination: string,
  failureCode: FailureCode,
  statusCode: number | null,
  locale: Locale = defaultLocale,
): FailureCause {
  const { name, side, remedy } = findCause(failureCode, statusCode ?? 0);
  const text = (part: "what" | "meaning" | "advice") =>
    screenText(`cause_${name}_${part}`, { name: destination, statusCode: statusCode ?? 0 }, locale);
  return { what: text("what"), meaning: text("meaning"), side, advice: text("advice"), remedy };
}

function findCause(failureCode: FailureCode, statusCode: number) {
  if (failureCode === "http_status") return findStatusCause(statusCode);
  const side = sides[consequences[failureCode].side];
  return { name: failureCode, side, remedy: remedies[failureCode] };
}

/** As the screen calls the sides of the one vocabulary. */
const sides = {
  endpoint: "endpoint",
  provider: "endpoint",
  network: "network",
  settings: "settings",
  account: "settings",
  input: "settings",
  us: "patchbay",
} as const;

const remedies = {
  redirect: "settings",
  gone: "settings",
  rate_limited: "settings",
  timeout: "retry",
  dns: "settings",
  connection_refused: "retry",
  connection_reset: "retry",
  tls: "retry",
  blocked_address: "settings",
  invalid_url: "settings",
  protocol: "settings",
  payload_dropped: "none",
  held_too_long: "retry",
  internal: "retry",
  auth: "settings",
  scope_missing: "settings",
  account_closed: "settings",
  invalid_input: "settings",
  not_found: "settings",
  conflict: "settings",
  unavailable: "retry",
} as const satisfies Record<Exclude<FailureCode, "http_status">, Remedy>;

function findStatusCause(statusCode: number) {
  const settings = { side: "settings", remedy: "settings" } as const;
  const endpoint = { side: "endpoint", remedy: "retry" } as const;
  if (statusCode === 401 || statusCode === 403) return { name: "status_credentials", ...settings } as const;
  if (statusCode === 404) return { name: "status_not_found", ...settings } as const;
  if (statusCode === 405) return { name: "status_method", ...settings } as const;
  if (statusCode === 503) return { name: "status_unavailable", ...endpoint } as const;
  if (statusCode >= 500) return { name: "status_error", ...endpoint } as const;
  return { name: "status_refused", ...endpoint } as const;
}
