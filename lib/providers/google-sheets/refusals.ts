import type { Message } from "#lib/failures/message.ts";
import { say } from "../contract/app-words.ts";
import { type FailureKind, ProviderError } from "../contract/provider-error.ts";
import { driveFileScope } from "./auth.ts";
import { tell } from "./words.ts";

/** What Google said when it refused. */
export type GoogleFailure = {
  httpStatus: number;
  /** The canonical code: PERMISSION_DENIED; undefined where the answer has none. */
  status: string | undefined;
  /** Of `errors[]` (Drive) and `details[]` (google.rpc.ErrorInfo) together. */
  reasons: readonly string[];
  /** The parameter that Drive finds wrong. */
  location: string | undefined;
  message: string;
  retryAfterMs: number | undefined;
};

/** Google's quotas are filled again each minute: https://developers.google.com/workspace/sheets/api/limits */
const quotaRefillMs = 60_000;

export const missingScope = {
  kind: "scope_missing",
  message: tell("may_not_open_files_in"),
  missingScope: driveFileScope,
} as const;

type Words = { kind: FailureKind; message: Message; missingScope?: string };

type Meaning = {
  /** Those of Drive, in camel case, and of google.api.ErrorReason, in capitals. */
  reasons: readonly string[];
  isMeant?: (failure: GoogleFailure) => boolean;
  words: Words;
};

/**
 * The first that fits counts.
 * https://developers.google.com/workspace/drive/api/guides/handle-errors
 * https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto
 */
const meanings: readonly Meaning[] = [
  {
    reasons: ["ACCOUNT_STATE_INVALID"],
    words: { kind: "account_closed", message: tell("says_account_disabled_deleted") },
  },
  {
    reasons: ["authError", "invalid_token", "CREDENTIALS_MISSING"],
    // Who shows no token at all is told so with a 403.
    isMeant: ({ httpStatus, message }) => httpStatus === 401 || /unregistered callers/i.test(message),
    words: { kind: "auth", message: tell("no_longer_accepts_connection") },
  },
  {
    reasons: [
      "RATE_LIMIT_EXCEEDED",
      "RESOURCE_QUOTA_EXCEEDED",
      "rateLimitExceeded",
      "userRateLimitExceeded",
      "dailyLimitExceeded",
      "quotaExceeded",
    ],
    isMeant: ({ httpStatus, status }) => httpStatus === 429 || status === "RESOURCE_EXHAUSTED",
    words: { kind: "rate_limited", message: tell("asks_slow_down") },
  },
  {
    reasons: ["ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions", "insufficientScopes"],
    isMeant: ({ message }) => /insufficient authentication scopes/i.test(message),
    words: missingScope,
  },
  {
    reasons: ["domainPolicy", "USER_BLOCKED_BY_ADMIN", "ORG_RESTRICTION_VIOLATION"],
    words: {
      ...missingScope,
      message: tell("administrator_workspace_does_not_let"),
    },
  },
  {
    reasons: ["SERVICE_DISABLED", "CONSUMER_INVALID", "CONSUMER_SUSPENDED", "accessNotConfigured"],
    words: { kind: "unavailable", message: tell("does_not_let_installation_use") },
  },
  {
    reasons: [
      "storageQuotaExceeded",
      "teamDriveFileLimitExceeded",
      "numChildrenInNonRootLimitExceeded",
      "activeItemCreationLimitExceeded",
    ],
    words: { kind: "conflict", message: tell("drive_full") },
  },
  {
    reasons: [],
    isMeant: ({ httpStatus }) => httpStatus === 403 || httpStatus === 404,
    words: { kind: "not_found", message: tell("does_not_show_spreadsheet") },
  },
  {
    reasons: [],
    isMeant: ({ httpStatus }) => httpStatus >= 500,
    words: { kind: "unavailable", message: say("app_fault", { app: "Google" }) },
  },
];

/** What a refusal means for the merchant. */
export function explainFailure(failure: GoogleFailure): ProviderError {
  const { httpStatus, status, reasons, message } = failure;
  const meaning = meanings.find(
    (known) => known.isMeant?.(failure) || known.reasons.some((reason) => reasons.includes(reason)),
  );
  const words: Words = meaning?.words ?? explainInput(failure);
  const detail = [`HTTP ${httpStatus}`, status, ...reasons, message].filter(Boolean).join(" · ");
  const retryAfterMs = words.kind === "rate_limited" ? (failure.retryAfterMs ?? quotaRefillMs) : undefined;
  return new ProviderError({ ...words, detail, retryAfterMs });
}

/** A 400: Google has no reasons for it, its words alone tell what is wrong. */
function explainInput({ message, location }: GoogleFailure): Words {
  if (/^Unable to parse range/i.test(message)) {
    return { kind: "invalid_input", message: tell("spreadsheet_has_no_such_tab") };
  }
  if (/exceeds grid limits/i.test(message)) {
    return { kind: "invalid_input", message: tell("cells_lie_beyond_edge_tab") };
  }
  if (/above the limit of \d+ cells/i.test(message)) {
    return { kind: "conflict", message: tell("spreadsheet_full") };
  }
  if (/protected cell/i.test(message)) {
    return { kind: "conflict", message: tell("tab_protected_against_changes") };
  }
  if (location === "pageToken") {
    return { kind: "invalid_input", message: tell("list_has_changed_meanwhile") };
  }
  const remark = message || null;
  return { kind: "invalid_input", message: tell("did_not_accept_what_was_sent", { remark }) };
}
