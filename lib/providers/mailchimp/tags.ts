import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { listOfReadable, text } from "../kit/lenient.ts";
import { askMailchimp, tellMailchimp } from "./client.ts";
import { memberPath } from "./member.ts";

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
  await tellMailchimp(call, { method: "POST", path, what: "contact", json: { tags } });
}

const tagsAnswer = z.looseObject({ tags: listOfReadable(z.looseObject({ name: text })) });

/** The names of all tags of a contact: https://mailchimp.com/developer/marketing/api/list-member-tags/list-member-tags/ */
export async function listMemberTags(call: Call, { audience, email }: Contact): Promise<string[]> {
  const path = `${memberPath(audience, email)}/tags`;
  const query = { count: "1000", fields: "tags.name" };
  const { tags } = await askMailchimp(call, { method: "GET", path, what: "contact", query }, tagsAnswer);
  return tags.map(({ name }) => name);
}
