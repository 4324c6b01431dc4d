import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { audience, email, tagNames } from "../fields.ts";
import { listMemberTags, setTags, subscriberHash } from "../members.ts";

const input = z
  .strictObject({
    audience,
    email,
    add: tagNames.optional().meta({ title: "Tags to add", resource: "tags" } satisfies FieldMeta),
    remove: tagNames.optional().meta({ title: "Tags to take off", resource: "tags" } satisfies FieldMeta),
  })
  .refine(({ add = [], remove = [] }) => add.length + remove.length > 0, {
    path: ["add"],
    message: "Name at least one tag to add or to take off.",
  })
  .refine(({ add = [], remove = [] }) => !remove.some((name) => add.includes(name)), {
    path: ["remove"],
    message: "A tag can be added or taken off, not both.",
  });

/** https://mailchimp.com/developer/marketing/api/list-member-tags/add-or-remove-member-tags/ */
export const tagMember = defineAction({
  title: "Tag a contact",
  description: "Adds tags to a contact or takes them off. Tags that are not there yet are made.",
  scopes: [],
  effect: "write",
  idempotency: "upsert",
  input,
  output: z.strictObject({
    contactId: z.string(),
    tags: z.array(z.string()).describe("All tags of the contact now"),
  }),
  example: { audience: "6f1a9c04b2", email: "marta.silva@example.com", add: ["Lunch club"], remove: ["New"] },
  run: async (call, contact) => {
    await setTags(call, contact, { add: contact.add ?? [], remove: contact.remove ?? [] });
    return { contactId: subscriberHash(contact.email), tags: await listMemberTags(call, contact) };
  },
});
