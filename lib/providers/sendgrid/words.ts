import { createTell } from "../contract/app-words.ts";
import { choice } from "../contract/clauses.ts";

const fields = {
  to: "the address of the recipient",
  from: "the sender",
  reply_to: "the address for answers",
  subject: "the subject",
  content: "the text",
  template_id: "the template",
  template_data: "the data for the template",
  url: "our address for reports",
  null: "this",
};
const mails: string = "{count, plural, one {An email} other {# emails}}";
const people: string = "{count, plural, one {Someone} other {Each of # people}}";
const were: string = "{count, plural, one {was} other {were}}";
const right: string = "{scope, select, null {} other { “{right}” ({scope})}}";
const remark: string = "{remark, select, null {} other { ({remark})}}";

/** What SendGrid alone has to say. */
const en = {
  plan_has_no_e_mails:
    "Your SendGrid plan has no emails left. Upgrade it in SendGrid, or wait until it starts anew; then emails leave again.",
  refused_key:
    "SendGrid refused the key: it was deleted or replaced, or belongs to the other region. Connect SendGrid again with a new key.",
  does_not_know_sender:
    "SendGrid does not know this sender. In SendGrid, verify the address under Settings › Sender Authentication, or choose another sender.",
  key_may_not_do: `The key may not do this: it lacks the right${right}. In SendGrid, open Settings › API Keys, give the key that right or Full Access, and connect again.`,
  has_nothing_under_name_any: "SendGrid has nothing under this name any more. Choose another one.",
  says_exists_already: "SendGrid says that this exists already.",
  e_mail_too_large: "The email is too large for SendGrid. Shorten it.",
  plan_allows_no_further_webhook:
    "Your SendGrid plan allows no further webhook. Remove one under Settings › Mail Settings › Event Webhooks, so that we hear what became of emails.",
  did_not_accept: `SendGrid did not accept ${choice("field", fields, "“{field}”")} ({remark}). Correct it and try again.`,
  has_suspended_account:
    "SendGrid has suspended your account. Sign in to SendGrid to see why, and write to its support.",
  say_from_which_address_e:
    "Say from which address the email is to come, or connect SendGrid again with a usual sender.",
  write_text_e_mail: "Write a text for the email.",
  report_bounce: `${mails} came back: there is no such mailbox, or it takes none${remark}. SendGrid sends nothing there any more; ask the guest for another address.`,
  report_blocked: `${mails} ${were} turned away this time${remark}. The next one may arrive.`,
  report_dropped: `${mails} ${were} not sent by SendGrid${remark}. To change that, look under Suppressions in SendGrid.`,
  report_spam: `${people} marked an email of yours as spam. SendGrid sends nothing there any more.`,
  report_unsubscribed: `${people} wants no more emails. SendGrid sends nothing there any more.`,
  report_unsubscribed_group: `${people} wants no more emails of one kind.`,
  account_suspended: "SendGrid suspended your account: no email leaves. Sign in to SendGrid to see why.",
  account_deactivated: "SendGrid deactivated your account: no email leaves. Write to SendGrid's support.",
  account_banned: "SendGrid closed your account: no email leaves. Write to SendGrid's support.",
  account_reactivated: "SendGrid reactivated your account: emails leave again.",
} as const;

export const words = { en };
export const tell = createTell("sendgrid", en);
