import type { Call } from "../contract/call.ts";
import { readAnswer, sendToMailchimp } from "./client.ts";
import { consentRefusalOf } from "./errors.ts";
import { type Member, memberPath, memberSchema, subscriberHash } from "./member.ts";

type ContactInput = {
  audience: string;
  email: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
  newContacts: "pending" | "subscribed";
  /** By their tags at Mailchimp: PHONE. */
  mergeFields?: readonly { tag: string; value: string }[] | undefined;
};

/**
 * Adds a contact, or brings the fields of the one that is there up to date. `status` is never sent, only
 * `status_if_new`: whoever is in the audience keeps the status that they have, also when they unsubscribe just then.
 * https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/
 * @returns the status `deleted` or `blocked` for someone whom Mailchimp lets nobody but themselves add again
 * @throws {ProviderError}
 */
export async function putMember(call: Call, contact: ContactInput): Promise<Member> {
  const request = {
    method: "PUT",
    path: memberPath(contact.audience, contact.email),
    what: "audience",
    json: {
      email_address: contact.email,
      status_if_new: contact.newContacts,
      merge_fields: mergeFieldsOf(contact),
    },
  } as const;
  const reply = await sendToMailchimp(call, request);
  const refused = consentRefusalOf(reply);
  if (refused !== null) return { id: subscriberHash(contact.email), status: refused };
  return readAnswer(reply, request, memberSchema);
}

/** What is empty is left as Mailchimp has it. */
function mergeFieldsOf({ firstName, lastName, mergeFields = [] }: ContactInput): Record<string, string> {
  const given = [
    ["FNAME", firstName] as const,
    ["LNAME", lastName] as const,
    ...mergeFields.map(({ tag, value }) => [tag, value] as const),
  ];
  return Object.fromEntries(given.flatMap(([tag, value]) => (value ? [[tag, value]] : [])));
}
