/** Whose doing a failure is, and so who can put it right. */
export type Side =
  /** The merchant's own endpoint, or whoever was asked. */
  | "endpoint"
  /** What the merchant has set in Patchbay: an address, a pace. */
  | "settings"
  /** The merchant's account at an app, or what it allows. */
  | "account"
  /** What the caller sent. */
  | "input"
  /** The app itself. */
  | "provider"
  | "network"
  /** This installation, or Patchbay. */
  | "us";

type Consequence = {
  side: Side;
  /** schedule: as planned. after: not before the time that the other side named. never: it would be the same again. */
  retry: "schedule" | "after" | "never";
  /** What a caller of the API is answered; null for what no caller is answered with. */
  answer: { status: number; error: string } | null;
  /** The issue that it opens with an integration. */
  issue: "expired" | "revoked" | "scope_missing" | "account_closed" | "rate_limited" | null;
  /** The integration makes no request for as long as it was told. */
  pauses: boolean;
};

const plain = { answer: null, issue: null, pauses: false } as const;

/**
 * The one vocabulary of failures: of attempts at webhooks, calls of apps, connecting, copying and mails, with what
 * follows from each. Which sentence tells of it is another code (`Message`), for one consequence has many sentences.
 */
export const consequences = {
  // An attempt at a webhook, and any exchange over HTTP.
  http_status: { ...plain, side: "endpoint", retry: "schedule" },
  redirect: { ...plain, side: "settings", retry: "never" },
  gone: { ...plain, side: "endpoint", retry: "never" },
  dns: { ...plain, side: "settings", retry: "schedule" },
  connection_refused: { ...plain, side: "endpoint", retry: "schedule" },
  connection_reset: { ...plain, side: "network", retry: "schedule" },
  tls: { ...plain, side: "endpoint", retry: "schedule" },
  blocked_address: { ...plain, side: "settings", retry: "schedule" },
  invalid_url: { ...plain, side: "settings", retry: "schedule" },
  protocol: { ...plain, side: "settings", retry: "schedule" },
  internal: { ...plain, side: "us", retry: "schedule" },
  /** What was to be sent is not kept any more. */
  payload_dropped: { ...plain, side: "us", retry: "never" },
  /** It waited for a paused destination for as long as Patchbay holds. */
  held_too_long: { ...plain, side: "settings", retry: "never" },
  // Attempts and calls alike.
  /** More is sent than the other side takes. */
  rate_limited: {
    side: "settings",
    retry: "after",
    answer: { status: 429, error: "provider_rate_limited" },
    issue: "rate_limited",
    pauses: true,
  },
  timeout: {
    ...plain,
    side: "endpoint",
    retry: "schedule",
    answer: { status: 504, error: "provider_timeout" },
  },
  // A call of an app.
  auth: {
    ...plain,
    side: "account",
    retry: "never",
    answer: { status: 409, error: "reconnect_needed" },
    issue: "revoked",
  },
  scope_missing: {
    ...plain,
    side: "account",
    retry: "never",
    answer: { status: 409, error: "scope_missing" },
    issue: "scope_missing",
  },
  account_closed: {
    ...plain,
    side: "account",
    retry: "never",
    answer: { status: 409, error: "account_closed" },
    issue: "account_closed",
  },
  invalid_input: {
    ...plain,
    side: "input",
    retry: "never",
    answer: { status: 422, error: "provider_refused_input" },
  },
  not_found: {
    ...plain,
    side: "input",
    retry: "never",
    answer: { status: 422, error: "provider_not_found" },
  },
  conflict: {
    ...plain,
    side: "input",
    retry: "never",
    answer: { status: 409, error: "provider_conflict" },
  },
  unavailable: {
    ...plain,
    side: "provider",
    retry: "schedule",
    answer: { status: 502, error: "provider_unavailable" },
  },
  /** A message or a record that an app sent and that cannot be read. */
  unreadable: { ...plain, side: "provider", retry: "never" },
  // Connecting an app: answered with 400 and the code itself.
  denied: { ...plain, side: "account", retry: "never" },
  state_mismatch: { ...plain, side: "input", retry: "never" },
  expired: { ...plain, side: "input", retry: "never" },
  wrong_browser: { ...plain, side: "input", retry: "never" },
  not_configured: { ...plain, side: "us", retry: "never" },
  needs_https: { ...plain, side: "us", retry: "never" },
  bad_callback: { ...plain, side: "provider", retry: "never" },
  provider_error: { ...plain, side: "provider", retry: "never" },
  account_connected_already: { ...plain, side: "account", retry: "never" },
  not_signed_in: { ...plain, side: "input", retry: "never" },
  not_allowed: { ...plain, side: "account", retry: "never" },
  // Emails.
  mail_unconfirmed: { ...plain, side: "account", retry: "never" },
  mail_sign_in: { ...plain, side: "us", retry: "schedule" },
  mail_refused: { ...plain, side: "network", retry: "schedule" },
  mail_timeout: { ...plain, side: "network", retry: "schedule" },
  mail_unreachable: { ...plain, side: "network", retry: "schedule" },
} as const satisfies Record<string, Consequence>;

export type FailureCode = keyof typeof consequences;

/** Why a call of an app failed; the public `failureKind`. */
export const callFailureCodes = [
  "auth",
  "scope_missing",
  "account_closed",
  "rate_limited",
  "invalid_input",
  "not_found",
  "conflict",
  "timeout",
  "unavailable",
] as const satisfies readonly FailureCode[];
export type CallFailureCode = (typeof callFailureCodes)[number];

/** Why an attempt at a delivery failed; the public `failureCode`. Those of calls are an automation's. */
export const attemptFailureCodes = [
  "http_status",
  "redirect",
  "gone",
  "rate_limited",
  "timeout",
  "dns",
  "connection_refused",
  "connection_reset",
  "tls",
  "blocked_address",
  "invalid_url",
  "protocol",
  "internal",
  "payload_dropped",
  "held_too_long",
  "auth",
  "scope_missing",
  "account_closed",
  "invalid_input",
  "not_found",
  "conflict",
  "unavailable",
] as const satisfies readonly FailureCode[];

/** Why a connection did not come about; the public `connect_error`. */
export const connectFailureCodes = [
  "denied",
  "state_mismatch",
  "expired",
  "wrong_browser",
  "not_configured",
  "needs_https",
  "invalid_input",
  "bad_callback",
  "provider_error",
  "auth",
  "scope_missing",
  "account_closed",
  "rate_limited",
  "timeout",
  "unavailable",
  "account_connected_already",
  "not_signed_in",
  "not_allowed",
] as const satisfies readonly FailureCode[];
export type ConnectFailureCode = (typeof connectFailureCodes)[number];
