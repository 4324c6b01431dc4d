/** What people are told by email and in the app. Each has a subject and a body; what it is about follows the body. */
export type NoticeParams = {
  notice_reconnect: { app: string; account: string };
  notice_permission: { app: string; account: string };
  notice_account_closed: { app: string; account: string };
  notice_account_incomplete: { app: string; account: string };
  notice_slow_down: { app: string; account: string };
  notice_unreachable: { app: string; account: string };
  notice_ended: { app: string; account: string; reason: "uninstalled" | "revoked" };
  notice_webhook_works: { webhook: string };
  notice_webhook_failing: { webhook: string; minutes: number };
  notice_webhook_off: { webhook: string; reason: "gone" | "failing" };
  /** A step that had to reach someone did not in time. `step` is what it was to do, `subject` the order's number, or the event in words. */
  notice_must_reach: {
    automation: string;
    automationId: string;
    runId: string;
    step: string;
    subject: string;
    isOrder: boolean;
    seconds: number;
  };
  /** Steps that were skipped because their runs came to them too late: of a whole backlog. */
  notice_steps_late: { automation: string; automationId: string; runs: number; steps: number };
  notice_automation_works: { automation: string; automationId: string };
  notice_automation_failing: { automation: string; automationId: string; minutes: number };
  notice_automation_off: { automation: string; automationId: string };
  notice_automation_drift: { automation: string; automationId: string };
  /** @param until a day; null = no evidence is taken @param url where it is given */
  notice_dispute: {
    app: string;
    money: string;
    isInquiry: boolean;
    until: string | null;
    url: string | null;
  };
  /** @param remark what the bank or the app said */
  notice_payout_failed: { app: string; money: string; remark: string | null };
  /** One from before notices held codes. */
  notice_verbatim: { subject: string; text: string };
};
export type NoticeCode = keyof NoticeParams;

/** Why an email did not go out. */
export type MailFailureParams = {
  mail_unconfirmed: Record<never, never>;
  mail_sign_in: Record<never, never>;
  mail_refused: { answer: string };
  mail_timeout: Record<never, never>;
  mail_unreachable: Record<never, never>;
};
