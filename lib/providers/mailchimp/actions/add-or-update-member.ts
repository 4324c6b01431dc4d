import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { Said } from "../../contract/app-words.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { sentence } from "../../contract/sentence.ts";
import { audience, email, tagNames } from "../fields.ts";
import { findMember, type Member, putMember, setTags, whyLeftAlone } from "../members.ts";
import { tell } from "../words.ts";

const input = z.strictObject({
  audience,
  email,
  firstName: trimmedText(100)
    .optional()
    .meta({ title: "First name" } satisfies FieldMeta),
  lastName: trimmedText(100)
    .optional()
    .meta({ title: "Last name" } satisfies FieldMeta),
  newContacts: z
    .enum(["pending", "subscribed"])
    .default("pending")
    .meta({
      title: "Someone who is new",
      description:
        "pending: Mailchimp asks them by email to confirm, and they get nothing before they do. subscribed: they are in at once; only for people who agreed to your emails.",
    } satisfies FieldMeta),
  tags: tagNames
    .optional()
    .meta({ title: "Tags", description: "Added to the contact.", resource: "tags" } satisfies FieldMeta),
  mergeFields: z
    .array(
      z.strictObject({
        tag: trimmedText(200)
          .regex(/^[A-Z][A-Z0-9_]{0,9}$/, "Give the field's tag in capitals, such as PHONE or MMERGE5.")
          .meta({ title: "Field", placeholder: "PHONE" } satisfies FieldMeta),
        value: trimmedText(255).meta({ title: "Value" } satisfies FieldMeta),
      }),
    )
    .max(30)
    .optional()
    .meta({
      title: "Further fields",
      description: "What else your audience asks for, by the tags under Audience fields in Mailchimp.",
    } satisfies FieldMeta),
});

const output = z.strictObject({
  contactId: z.string(),
  outcome: z
    .enum(["added", "updated", "left_alone"])
    .describe("left_alone: this person left the audience or was taken off it, and nothing was changed"),
  status: z.string().describe("Mailchimp's word: subscribed, pending, unsubscribed, cleaned, archived, …"),
  note: sentence("What that means, in plain words"),
});
type Output = z.input<typeof output>;

/**
 * https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/. An automation meets all
 * customers, also those who have left: that is no failure of it, so it answers `left_alone` instead of failing.
 */
export const addOrUpdateMember = defineAction({
  title: "Add or update a contact",
  description:
    "Puts a customer into one of your audiences, or brings their names up to date. Never adds anyone again who has left.",
  scopes: [],
  effect: "write",
  idempotency: "upsert",
  input,
  output,
  example: {
    audience: "6f1a9c04b2",
    email: "clara.nunes@example.com",
    firstName: "Clara",
    lastName: "Nunes",
    newContacts: "pending",
    tags: ["Regulars"],
  },
  run: async (call, contact) => {
    const earlier = await findMember(call, contact);
    if (earlier && whyLeftAlone(earlier.status) !== null) return toOutput("updated", earlier);
    const member = await putMember(call, contact);
    if (whyLeftAlone(member.status) !== null) return toOutput("updated", member);
    await setTags(call, contact, { add: contact.tags ?? [], remove: [] });
    return toOutput(earlier ? "updated" : "added", member);
  },
});

function toOutput(outcome: "added" | "updated", { id, status }: Member): Output {
  const reason = whyLeftAlone(status);
  if (reason !== null) return { contactId: id, outcome: "left_alone", status, note: reason };
  return {
    contactId: id,
    outcome,
    status,
    note: getNote(status),
  };
}

const notes = {
  subscribed: "contact_is_subscribed",
  pending: "contact_is_pending",
  transactional: "contact_is_transactional",
} as const;

function getNote(status: string): Said {
  const name = lookUp<(typeof notes)[keyof typeof notes]>(notes, status);
  return name === undefined ? tell("contact_is_other", { status }) : tell(name);
}
