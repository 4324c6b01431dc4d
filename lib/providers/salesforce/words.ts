import type { Message } from "#lib/failures/message.ts";
import { listParam } from "#lib/failures/values.ts";
import { createTell, type Said } from "../contract/app-words.ts";

/** What Salesforce alone has to say. */
const plain = {
  lacks_permission_in:
    "Patchbay lacks a permission in your Salesforce: connect again and allow all of them. If you did, your administrator may have to allow Patchbay first.",
  all_apps_together_have_used:
    "All apps together have used up what your Salesforce allows in 24 hours. Try again once Salesforce lets it.",
  gets_more_requests_than_allows:
    "Your Salesforce gets more requests than it allows at once. Try again in a moment.",
  field_filled_in_twice: "The field {field} is filled in twice. Leave one out.",
  field_belongs_not: "The field {name} belongs to {owner}, not to {object}. Choose one of {object}.",
  not_address:
    "That is not an address of Salesforce. It looks like login.salesforce.com or ana.my.salesforce.com.",
  does_not_know_where: "Patchbay does not know where your Salesforce is. Connect Salesforce again.",
  another_org_answered_than_one:
    "Another Salesforce org answered than the one that you agreed for. Connect Salesforce again.",
  place_in_list_not_known: "This place in the list is not known. Start from the beginning.",
  no_longer_accepts_connection: "Salesforce no longer accepts this connection. Connect Salesforce again.",
  user_connection_may_not_do:
    "The Salesforce user of this connection may not do this. Ask your Salesforce administrator for the permission, or connect again as someone who has it.",
  has_locked_org_trial_has:
    "Salesforce has locked your org or its trial has ended. Sign in to Salesforce to see why.",
  has_record_value_already_field:
    "Salesforce has a record with this value already, and the field must be unique. Look there before you repeat it.",
  does_not_have_any_more:
    "Salesforce does not have this any more, or your user may not see it. Choose another one, or ask your administrator.",
  busy_record_itself: "Salesforce is busy with this record or with itself. Try again in a minute.",
  does_not_accept_value: "Salesforce does not accept a value. Correct it and try again.",
  automation_in_flow_trigger_refused:
    "An automation in your Salesforce (a flow or a trigger) refused the record. Ask your Salesforce administrator to look at it.",
  password_connected_user_has_expired:
    "The Salesforce password of the connected user has expired. Set a new one, then connect Salesforce again.",
  edition_does_not_let_apps:
    "Your edition of Salesforce does not let apps in (API access). Ask Salesforce to add it, or your administrator to switch it on for your user.",
  thinks_duplicate_record_has:
    "Salesforce thinks that this is a duplicate of a record that it has. Look there, or allow duplicates in this action.",
  record_locked_in_instance_approval:
    "This record is locked in Salesforce, for instance by an approval. Unlock it there, then repeat.",
  has_no_storage_left_records:
    "Your Salesforce has no storage left for records. Free some or buy more, then repeat.",
  has_no_such_object_user:
    "Salesforce has no such object, or your user may not see it. Choose another one, or ask your administrator.",
  has_no_such_field_user:
    "Salesforce has no such field, or your user may not see it. Choose another field, or ask your administrator.",
  user_may_not_write_field:
    "Your Salesforce user may not write this field. Leave it out, or ask your administrator for access to it.",
  wants_more_fields_filled_in: "Your Salesforce wants more fields filled in. Fill them in and try again.",
  text_longer_than_field_in: "A text is longer than its field in Salesforce takes. Shorten it.",
  value_not_on_list_field:
    "A value is not on the list that this field has in Salesforce. Choose one that is.",
  does_not_accept_e_mail: "Salesforce does not accept the email address. Correct it and try again.",
  has_moved_another_address: "Your Salesforce has moved to another address. Connect Salesforce again.",
  has_changed_in_meantime: "Salesforce has changed this in the meantime. Look there before you repeat it.",
  does_not_accept_request: "Salesforce does not accept this request. Check what you filled in.",
  several_records_in_have_value:
    "Several records in Salesforce have this value, and it cannot be told which one is meant. Make the value unique there, then repeat.",
  does_not_let_connection_in:
    "Salesforce does not let this connection in. Ask your administrator to allow Patchbay for your user, then connect Salesforce again.",
  does_not_have_user_may:
    "Salesforce does not have this, or your user may not see it. Choose another one, or ask your administrator.",
  has_ended_version_interface_uses:
    "Salesforce has ended the version of its API that Patchbay uses. Your administrator has to update Patchbay.",
  answer_sign_in_does_not:
    "The answer to our sign-in does not look like Salesforce's, so it was not used. Connect Salesforce again.",
  has_no_active_stage: "Your Salesforce has no active stage “{stage}”. Choose one of: {stages}.",
  rule_refused: "A rule of your Salesforce refused the record: {remark}",
} as const;

/** Salesforce names the fields that it did not take: each sentence with them, under its name and `_fields`. */
const en: Readonly<Record<string, string>> = {
  ...plain,
  ...Object.fromEntries(
    Object.entries(plain).map(([name, pattern]) => [
      `${name}_fields`,
      `${pattern} ({count, plural, one {Field} other {Fields}}: {fields}.)`,
    ]),
  ),
};

export const words = { en };
export const tell = createTell("salesforce", plain);
const tellAny = createTell("salesforce", en);

/** The same sentence, with the fields that Salesforce names. */
export function tellWithFields({ code, params }: Message, fields: readonly string[]): Said {
  const name = `${code.split(".")[1] ?? ""}_fields`;
  return tellAny(name, { ...params, fields: listParam(fields, "commas"), count: fields.length });
}
