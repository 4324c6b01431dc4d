import type { FailureKind } from "#lib/providers/provider-error.ts";
import type { IssueCause, IssueDto } from "../schema.ts";

const minuteMs = 60_000;

type CauseRules = {
  fix: IssueDto["fix"];
  /** How long it may last before people are told by e-mail: what passes by itself need not wake anybody. */
  noticeAfterMs: number;
  /** The first words of the e-mail. */
  subject: (app: string) => string;
};

/** Everything that can be wrong with an integration, and what follows. */
export const causeRules: Record<IssueCause, CauseRules> = {
  expired: { fix: "reconnect", noticeAfterMs: 0, subject: (app) => `${app} must be connected again` },
  revoked: { fix: "reconnect", noticeAfterMs: 0, subject: (app) => `${app} must be connected again` },
  scope_missing: { fix: "reconnect", noticeAfterMs: 0, subject: (app) => `${app} lacks a permission` },
  account_closed: { fix: "reconnect", noticeAfterMs: 0, subject: (app) => `${app} has closed the account` },
  account_incomplete: {
    fix: "at_app",
    noticeAfterMs: 60 * minuteMs,
    subject: (app) => `${app} needs something from you`,
  },
  rate_limited: { fix: "wait", noticeAfterMs: 30 * minuteMs, subject: (app) => `${app} makes us wait` },
  unreachable: { fix: "wait", noticeAfterMs: 60 * minuteMs, subject: (app) => `${app} cannot be reached` },
};

/** The cause that a failed call shows; null for failures of the call alone, not of the connection. */
export function causeOf(kind: FailureKind, refreshExpiresAt: Date | null): IssueCause | null {
  switch (kind) {
    case "auth":
      return refreshExpiresAt && refreshExpiresAt <= new Date() ? "expired" : "revoked";
    case "scope_missing":
    case "account_closed":
    case "rate_limited":
      return kind;
    case "timeout":
    case "unavailable":
    case "invalid_input":
    case "not_found":
    case "conflict":
      return null;
  }
}
