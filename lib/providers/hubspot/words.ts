import { createTell } from "../contract/app-words.ts";
import { choice, upToThree } from "../contract/clauses.ts";

const things = {
  account: "account",
  contact: "contact",
  deal: "deal",
  field: "field",
  pipeline: "pipeline",
  stage: "stage",
};
const what: string = choice("what", things, "record");
const fields = {
  email: "the email address",
  firstname: "the first name",
  lastname: "the last name",
  phone: "the phone number",
  company: "the company",
  dealname: "the deal's name",
  dealstage: "the stage",
  pipeline: "the pipeline",
  amount: "the amount",
  closedate: "the closing date",
  description: "the description",
  deal_currency_code: "the currency",
};

function badField(number: number): string {
  const field = choice(`field${number}`, fields, `the field “{field${number}}”`);
  const problems = {
    unknown: `does not have ${field}`,
    read_only: `fills ${field} by itself`,
    option: `does not take this value for ${field}; it must be one of the options there`,
    email: `does not take this for ${field}: it is no email address`,
    taken: `has this value of ${field} elsewhere already`,
    required: `requires ${field}`,
  };
  return choice(`problem${number}`, problems, `did not accept ${field}`);
}

/** What HubSpot alone has to say. */
const en = {
  account_keeps_amounts_in_one:
    "Your HubSpot account keeps amounts in {known}, and this one is in {currency}. Add {currency} in HubSpot under Settings, Account defaults, Currency, or leave the amount out.",
  deals_have_field_reference_has:
    "Your HubSpot deals have a field “patchbay_reference” that Patchbay has not made. Delete it in HubSpot under Settings, Properties, and try again.",
  does_not_let_add_field:
    "HubSpot does not let Patchbay add its field to your deals. HubSpot allows ten unique fields and a number of fields that depends on your plan: delete one that you do not need under Settings, Properties, and try again.",
  does_not_have_not_any: `HubSpot does not have this ${what}, or not any more.`,
  has_like_already: `HubSpot has a ${what} like this already.`,
  busy: `HubSpot is busy with this ${what}. Try again in a minute.`,
  no_longer_accepts_connection:
    "HubSpot no longer accepts this connection: Patchbay was removed there, or the access has ended. Connect HubSpot again.",
  turned_call_away_without_saying:
    "HubSpot refused this call without saying why, though the connection is good. Try again later.",
  lacks_permission_in_account:
    "Patchbay lacks a permission in your HubSpot account. Connect HubSpot again and allow all of them.",
  user_who_connected_may_not:
    "The HubSpot user who connected Patchbay may not do this, or your HubSpot plan does not include it. Have a super admin connect HubSpot again.",
  fields_refused: `HubSpot ${upToThree(badField, ", and ")}. Correct it and try again.`,
  did_not_accept: `HubSpot did not accept this ${what}. Look whether your HubSpot requires more fields for it.`,
  moving_account_another_data_centre:
    "HubSpot is moving your account to another data centre. Patchbay waits and continues automatically.",
  contacts_deleted_for_privacy:
    "{count, plural, one {A contact was} other {# contacts were}} deleted for good in HubSpot, for privacy. Patchbay keeps no copies of contacts.",
  contacts_deleted: "{count, plural, one {A contact was} other {# contacts were}} deleted in HubSpot.",
  deals_deleted: "{count, plural, one {A deal was} other {# deals were}} deleted in HubSpot.",
  installation_has_no_app_any:
    "This installation has no HubSpot app any more. Only your administrator can correct that.",
  place_gone:
    "{what, select, stage {This stage of the pipeline} other {This pipeline}} is not in HubSpot any more. Choose another one.",
  account_has_used_up_requests:
    "Your HubSpot account has used up its requests for today. Patchbay waits and continues automatically.",
  wants_fewer_requests_moment:
    "HubSpot wants fewer requests for a moment. Patchbay waits and continues automatically.",
  contact_not_in_any_more:
    "This contact is not in HubSpot any more. Choose another one, or give an email address.",
} as const;

export const words = { en };
export const tell = createTell("hubspot", en);
