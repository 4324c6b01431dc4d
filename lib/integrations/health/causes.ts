import { type CallFailureCode, consequences } from "#lib/failures/consequences.ts";
import type { NoticeCode } from "#lib/failures/notice-messages.ts";
import type { IssueCause, IssueDto } from "../schema.ts";

const minuteMs = 60_000;

type CauseRules = {
  fix: IssueDto["fix"];
  /** How long it may last before people are told by email: what passes on its own need not wake anybody. */
  noticeAfterMs: number;
  notice: Exclude<
    NoticeCode,
    | "notice_ended"
    | "notice_verbatim"
    | "notice_must_reach"
    | "notice_steps_late"
    | `notice_webhook_${string}`
    | `notice_automation_${string}`
  >;
};

/** Everything that can be wrong with an integration, and what follows. */
export const causeRules: Record<IssueCause, CauseRules> = {
  expired: { fix: "reconnect", noticeAfterMs: 0, notice: "notice_reconnect" },
  revoked: { fix: "reconnect", noticeAfterMs: 0, notice: "notice_reconnect" },
  scope_missing: { fix: "reconnect", noticeAfterMs: 0, notice: "notice_permission" },
  account_closed: { fix: "reconnect", noticeAfterMs: 0, notice: "notice_account_closed" },
  account_incomplete: {
    fix: "at_app",
    noticeAfterMs: 60 * minuteMs,
    notice: "notice_account_incomplete",
  },
  rate_limited: { fix: "wait", noticeAfterMs: 30 * minuteMs, notice: "notice_slow_down" },
  unreachable: { fix: "wait", noticeAfterMs: 60 * minuteMs, notice: "notice_unreachable" },
};

/** The cause that a failed call shows; null for failures of the call alone, not of the connection. */
export function toIssueCause(kind: CallFailureCode, refreshExpiresAt: Date | null): IssueCause | null {
  const { issue } = consequences[kind];
  const hasRunOut = refreshExpiresAt !== null && refreshExpiresAt <= new Date();
  return issue === "revoked" && hasRunOut ? "expired" : issue;
}
