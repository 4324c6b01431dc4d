import { createHash } from "node:crypto";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Said } from "../contract/app-words.ts";
import type { Call } from "../contract/call.ts";
import { listOfReadable, text } from "../kit/lenient.ts";
import { api } from "./client.ts";
import { readConsentRefusal } from "./errors.ts";
import { tell } from "./words.ts";

/**
 * Mailchimp's address of a contact, the same for all audiences: MD5 of the email address in lower case.
 * https://mailchimp.com/developer/marketing/docs/methods-parameters/#path-parameters
 */
export function subscriberHash(email: string): string {
  return createHash("md5").update(email.toLowerCase()).digest("hex");
}

function memberPath(audience: string, email: string): string {
  return `/lists/${audience}/members/${subscriberHash(email)}`;
}

const memberSchema = z.looseObject({ id: z.string().min(1), status: z.string().min(1) });
export type Member = z.output<typeof memberSchema>;

/**
 * @returns null where there is no such contact, or no such audience
 * @throws {ProviderError}
 */
export async function findMember(
  call: Call,
  { audience, email }: { audience: string; email: string },
): Promise<Member | null> {
  const path = memberPath(audience, email);
  const request = { method: "GET", path, what: "contact", query: { fields: "id,status" } } as const;
  const reply = await api.send(call, request);
  return reply.status === 404 ? null : api.read(call, request, reply, memberSchema);
}

const leaving = {
  unsubscribed: "left_alone_unsubscribed",
  cleaned: "left_alone_cleaned",
  archived: "left_alone_archived",
  blocked: "left_alone_blocked",
  deleted: "left_alone_deleted",
} as const;

/** Why a contact with this status must not be written to; null where it may be. */
export function whyLeftAlone(status: string): Said | null {
  const name = lookUp<(typeof leaving)[keyof typeof leaving]>(leaving, status);
  return name === undefined ? null : tell(name);
}

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
      merge_fields: toMergeFields(contact),
    },
  } as const;
  const reply = await api.send(call, request);
  const refused = readConsentRefusal(reply);
  if (refused !== null) return { id: subscriberHash(contact.email), status: refused };
  return api.read(call, request, reply, memberSchema);
}

/** What is empty is left as Mailchimp has it. */
function toMergeFields({ firstName, lastName, mergeFields = [] }: ContactInput): Record<string, string> {
  const entries = [
    ["FNAME", firstName] as const,
    ["LNAME", lastName] as const,
    ...mergeFields.map(({ tag, value }) => [tag, value] as const),
  ];
  return Object.fromEntries(entries.flatMap(([tag, value]) => (value ? [[tag, value]] : [])));
}

type Contact = { audience: string; email: string };

/** https://mailchimp.com/developer/marketing/api/list-member-tags/add-or-remove-member-tags/ */
export async function setTags(
  call: Call,
  { audience, email }: Contact,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<void> {
  const tags = [
    ...remove.map((name) => ({ name, status: "inactive" })),
    ...add.map((name) => ({ name, status: "active" })),
  ];
  if (tags.length === 0) return;
  const path = `${memberPath(audience, email)}/tags`;
  await api.tell(call, { method: "POST", path, what: "contact", json: { tags } });
}

const tagsAnswer = z.looseObject({ tags: listOfReadable(z.looseObject({ name: text })) });

/** The names of all tags of a contact: https://mailchimp.com/developer/marketing/api/list-member-tags/list-member-tags/ */
export async function listMemberTags(call: Call, { audience, email }: Contact): Promise<string[]> {
  const path = `${memberPath(audience, email)}/tags`;
  const query = { count: "1000", fields: "tags.name" };
  const { tags } = await api.ask(call, { method: "GET", path, what: "contact", query }, tagsAnswer);
  return tags.map(({ name }) => name);
}
