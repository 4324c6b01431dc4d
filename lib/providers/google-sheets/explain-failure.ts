import { ProviderError } from "../provider-error.ts";
import type { GoogleFailure } from "./read-failure.ts";
import { driveFileScope } from "./scopes.ts";

/** Google's quotas are filled again each minute: https://developers.google.com/workspace/sheets/api/limits */
const quotaRefillMs = 60_000;

export const missingScope = {
  kind: "scope_missing",
  message:
    "Patchbay may not open its files in your Google Drive. Connect Google Sheets again and allow it on Google's page.",
  missingScope: driveFileScope,
} as const;

type Words = Pick<ProviderError, "kind" | "message"> & { missingScope?: string };

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
    words: {
      kind: "account_closed",
      message:
        "Google says that this account is disabled or deleted. Connect Google Sheets with another account.",
    },
  },
  {
    reasons: ["authError", "invalid_token", "CREDENTIALS_MISSING"],
    // Who shows no token at all is told so with a 403.
    isMeant: ({ httpStatus, message }) => httpStatus === 401 || /unregistered callers/i.test(message),
    words: {
      kind: "auth",
      message: "Google no longer accepts this connection. Connect Google Sheets again.",
    },
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
    words: {
      kind: "rate_limited",
      message: "Google asks us to slow down. Try again in about a minute.",
    },
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
      message:
        "The administrator of your Google Workspace does not let this app in. Ask them to allow it, then connect Google Sheets again.",
    },
  },
  {
    reasons: ["SERVICE_DISABLED", "CONSUMER_INVALID", "CONSUMER_SUSPENDED", "accessNotConfigured"],
    words: {
      kind: "unavailable",
      message:
        "Google does not let this installation use its spreadsheets yet. Ask whoever runs it to switch on the Google Sheets API and the Google Drive API in its Google project.",
    },
  },
  {
    reasons: [
      "storageQuotaExceeded",
      "teamDriveFileLimitExceeded",
      "numChildrenInNonRootLimitExceeded",
      "activeItemCreationLimitExceeded",
    ],
    words: { kind: "conflict", message: "Your Google Drive is full. Make room there, then try again." },
  },
  {
    reasons: [],
    isMeant: ({ httpStatus }) => httpStatus === 403 || httpStatus === 404,
    words: {
      kind: "not_found",
      message:
        "Google does not show this spreadsheet to Patchbay. It may be deleted or never shared with it: Patchbay sees only spreadsheets that it made, or that you opened with it. Choose another one from the list.",
    },
  },
  {
    reasons: [],
    isMeant: ({ httpStatus }) => httpStatus >= 500,
    words: { kind: "unavailable", message: "Google has trouble at the moment. Try again in a minute." },
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
    return {
      kind: "invalid_input",
      message: "The spreadsheet has no such tab or cells. Choose the tab anew.",
    };
  }
  if (/exceeds grid limits/i.test(message)) {
    return { kind: "invalid_input", message: "These cells lie beyond the edge of the tab. Choose others." };
  }
  if (/above the limit of \d+ cells/i.test(message)) {
    return {
      kind: "conflict",
      message:
        "The spreadsheet is full: Google allows 10 million cells. Move old rows away, or use a new one.",
    };
  }
  if (/protected cell/i.test(message)) {
    return {
      kind: "conflict",
      message:
        "The tab is protected against changes. Lift the protection in Google Sheets, or choose another tab.",
    };
  }
  if (location === "pageToken") {
    return {
      kind: "invalid_input",
      message: "The list has changed meanwhile. Load it again from the start.",
    };
  }
  const said = message ? ` Google says: ${message}` : "";
  return { kind: "invalid_input", message: `Google did not accept what was sent.${said}` };
}
