import type { MailFailureParams, NoticeCode } from "#lib/failures/notice-messages.ts";

/** Of each notice its one-line subject, and its body before what it is about. */
const notices: Record<`${NoticeCode}_subject` | NoticeCode, string> = {
  notice_reconnect_subject: "{app} must be connected again",
  notice_reconnect: "{account}:",
  notice_permission_subject: "{app} lacks a permission",
  notice_permission: "{account}:",
  notice_account_closed_subject: "{app} has closed the account",
  notice_account_closed: "{account}:",
  notice_account_incomplete_subject: "{app} needs something from you",
  notice_account_incomplete: "{account}:",
  notice_slow_down_subject: "{app} asks us to wait",
  notice_slow_down: "{account}:",
  notice_unreachable_subject: "{app} cannot be reached",
  notice_unreachable: "{account}:",
  notice_ended_subject: "{app} was disconnected",
  notice_ended: `{reason, select,
    uninstalled {Patchbay was removed from {account} in {app}. Connect it again if that was not meant.}
    other {{account} took back our access in {app}. Connect it again if that was not meant.}
  }`,
  notice_webhook_works_subject: "{webhook} accepts events again",
  notice_webhook_works:
    "An event has arrived there. What is waiting is sent in its turn, and you need not do anything.",
  notice_webhook_failing_subject: "{webhook} is not accepting events",
  notice_webhook_failing:
    "Nothing has arrived there for {span}. Patchbay keeps what is waiting and keeps trying.",
  notice_webhook_off_subject: "{webhook} was switched off",
  notice_webhook_off: `{reason, select,
    gone {The app answered that this address is gone for good (410).}
    other {No attempt has succeeded for five days.}
  } Nothing more is sent there. Patchbay keeps what was waiting and what happens from now on, and sends it when you resume it.`,
  notice_must_reach_subject: "{isOrder, select, true {Order {subject}} other {{subject}}} needs attention",
  notice_must_reach: `“{step}” of the automation “{automation}” was not done within {span} for
    {isOrder, select, true {order {subject}} other {“{subject}”}}. Take care of it, then confirm it on the overview.`,
  notice_steps_late_subject: "{automation} came too late to some steps",
  notice_steps_late: `{runs, plural, one {# run} other {# runs}} of the automation “{automation}” had waited, and reached {steps, plural,
    one {# step} other {# steps}} later than makes sense. What was too late was skipped; everything else was done.`,
  notice_automation_works_subject: "{automation} works again",
  notice_automation_works:
    "A run has succeeded. What is waiting is run in its turn, and you need not do anything.",
  notice_automation_failing_subject: "{automation} is failing",
  notice_automation_failing:
    "No run of this automation has succeeded for {span}. Patchbay keeps what is waiting and keeps trying.",
  notice_automation_off_subject: "{automation} was switched off",
  notice_automation_off:
    "No run of this automation has succeeded for five days. Nothing more is run. Patchbay keeps what was waiting and what happens from now on, and runs it when you resume it.",
  notice_automation_drift_subject: "{automation} needs a change",
  notice_automation_drift: "Something that the automation “{automation}” relies on is no longer as it was:",
  notice_dispute_subject:
    "{isInquiry, select, true {A bank asks about a payment of {money}} other {A payment of {money} is disputed}}",
  notice_dispute: `{isInquiry, select,
    true {A guest's bank asks {app} about a payment of {money}. No money has been taken yet.}
    other {A guest's bank has taken a payment of {money} back until the dispute is decided.}
  } {until, select, null {} other {Give your evidence by {until}: without it the bank decides for the guest.}} {url, select, null {} other {{url}}}`,
  notice_payout_failed_subject: "{money} could not be paid out to your bank",
  notice_payout_failed:
    "{app} could not pay {money} out to your bank{remark, select, null {} other {: {remark}}}. The money is in your account at {app} again. Check your bank account there.",
  notice_verbatim_subject: "{subject}",
  notice_verbatim: "{text}",
};

const mails: Record<keyof MailFailureParams, string> = {
  mail_unconfirmed: "This address is not confirmed. Confirm it in Settings to get emails.",
  mail_sign_in: "The mail server did not let Patchbay sign in.",
  mail_refused: "The mail server refused it: {answer}",
  mail_timeout: "The mail server did not answer in time.",
  mail_unreachable: "The mail server could not be reached.",
};

export const noticeWords = { ...notices, ...mails };
