import { createTell } from "../contract/app-words.ts";
import { choice, upToThree } from "../contract/clauses.ts";

const things = {
  account: "account",
  audience: "audience",
  campaign: "campaign",
  contact: "contact",
  template: "template",
  webhook: "webhook",
};
const what: string = choice("what", things, "record");
const fields = {
  email_address: "the email address",
  FNAME: "the first name",
  LNAME: "the last name",
  subject_line: "the subject",
  preview_text: "the preview text",
  title: "the title",
  from_name: "the sender's name",
  reply_to: "the address for replies",
  template_id: "the template",
  list_id: "the audience",
  tags: "the tags",
  url: "the address of our webhook",
  none: "the input",
};
const statuses = {
  save: "a draft",
  paused: "paused",
  schedule: "waiting for the time that was set for it",
  sending: "on its way",
  sent: "sent",
  canceled: "cancelled",
  canceling: "being cancelled",
  archived: "archived",
};
const person: string = "{who, select, nobody {A contact} other {{who}}}";
const theCampaign: string = "{subject, select, none {A campaign} other {The campaign “{subject}”}}";
const titled: string = "{campaign, select, none {A campaign without a title} other {{campaign}}}";

/** What Mailchimp says of a field is its own remark, and is quoted. */
function badField(number: number): string {
  const field = choice(`field${number}`, fields, `the field {field${number}}`);
  return `${field}{remark${number}, select, null {} other { (“{remark${number}}”)}}`;
}

/** What Mailchimp alone has to say. */
const en = {
  campaign_status: choice("status", statuses, "{status}"),
  left_alone_unsubscribed:
    "This person unsubscribed, so Patchbay left them alone. They can join again through your sign-up form.",
  left_alone_cleaned:
    "Emails to this address come back, so Mailchimp took it off the audience. Nothing was changed.",
  left_alone_archived:
    "You archived this contact in Mailchimp, so Patchbay left it alone. Unarchive it there if you want it back.",
  left_alone_blocked:
    "Mailchimp does not take this person in: they left before, or emails to them came back. They can join again through your sign-up form.",
  left_alone_deleted:
    "This contact was deleted from the audience for good, so Patchbay left it alone. They can join again through your sign-up form.",
  contact_is_subscribed: "The contact gets your campaigns.",
  contact_is_pending: "Mailchimp has asked them by email to confirm. They get your campaigns once they do.",
  contact_is_transactional:
    "The contact is in the audience, but never agreed to your campaigns. They can join through your sign-up form.",
  contact_is_other: "Mailchimp has the contact as {status}.",
  does_not_know_where_account:
    "Patchbay does not know where your Mailchimp account is. Connect Mailchimp again.",
  audience_has_no_sender_own:
    "Your audience has no sender of its own. Give the sender's name and the address for replies, or set them under Audience › Settings in Mailchimp.",
  does_not_work_as_should: "Mailchimp does not work as it should at the moment. Try again in a few minutes.",
  no_longer_accepts_connection:
    "Mailchimp no longer accepts this connection: it was taken back there, or whoever made it has left. Connect Mailchimp again.",
  user_who_made_connection_may:
    "The Mailchimp user who made this connection may not do this. Connect Mailchimp again as the owner, an admin or a manager of the account.",
  does_not_have_not_any: `Mailchimp does not have this ${what}, or not any more. Choose another one.`,
  says_there_already: `Mailchimp says that this ${what} is there already.`,
  did_not_accept: `Mailchimp did not accept ${upToThree(badField, ", ")}. Correct it and try again.`,
  has_deactivated_account:
    "Mailchimp has deactivated this account. Sign in at mailchimp.com to see why, then connect it again.",
  has_blocked_account_while_reviews:
    "Mailchimp has blocked this account while it reviews how it is used. Sign in at mailchimp.com to see what it asks of you.",
  has_moved_account: "Mailchimp has moved this account. Connect Mailchimp again.",
  person_has_left_audience_their:
    "This person has left your audience, or their address does not work. Only they themselves can join again, through your sign-up form.",
  no_longer_accepts_connection_2: "Mailchimp no longer accepts this connection. Connect Mailchimp again.",
  not_a_draft: `“${titled}” is ${choice("status", statuses, "{status}")}, so Patchbay did not send it. {status, select, schedule {Mailchimp sends it by itself.} other {Choose a draft, or make a copy of it in Mailchimp.}}`,
  not_ready: `Mailchimp does not send “${titled}” yet. {missing, select, null {It does not say what is missing.} other {It says: {missing}.}} Open the campaign in Mailchimp and complete it.`,
  joined_audience: `${person} joined your Mailchimp audience.`,
  took_off_audience_they_reported: `Mailchimp took ${person} off your audience, for they reported an email as spam.`,
  took_off_audience_e_mails: `Mailchimp took ${person} off your audience, for emails to it come back.`,
  changed_their_details_in: `${person} changed their details in Mailchimp.`,
  in_from_now_on: `${person} is {now} in Mailchimp from now on.`,
  deleted_from_audience: `${person} was deleted from your Mailchimp audience.`,
  unsubscribed_from_audience_reporting_spam: `${person} unsubscribed from your Mailchimp audience, reporting spam.`,
  unsubscribed_from_audience: `${person} unsubscribed from your Mailchimp audience.`,
  campaign_sent: `${theCampaign} was sent.`,
  campaign_cancelled: `${theCampaign} was cancelled.`,
  campaign_is: `${theCampaign} is {status, select, none {in a new state} other {{status}}} in Mailchimp.`,
} as const;

export const words = { en };
export const tell = createTell("mailchimp", en);
