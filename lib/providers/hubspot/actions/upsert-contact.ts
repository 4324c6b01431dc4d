import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import {
  createContact,
  emailForm,
  findContactByEmail,
  furtherFields,
  toProperties,
  updateContact,
} from "../records.ts";

const name = trimmedText(100).min(1).optional();

const input = z.strictObject({
  email: emailForm.meta({
    title: "Email address",
    description: "By this HubSpot knows whether the contact is there already.",
    placeholder: "marta@example.com",
  } satisfies FieldMeta),
  firstName: name.meta({ title: "First name" } satisfies FieldMeta),
  lastName: name.meta({ title: "Last name" } satisfies FieldMeta),
  phone: trimmedText(50)
    .min(1)
    .optional()
    .meta({ title: "Phone number", placeholder: "+49 30 1234567" } satisfies FieldMeta),
  company: trimmedText(200)
    .min(1)
    .optional()
    .meta({ title: "Company" } satisfies FieldMeta),
  furtherFields: furtherFields({
    resource: "contact-properties",
    taken: ["email", "firstname", "lastname", "phone", "company"],
    example: '[{ "name": "city", "value": "Lisbon" }]',
  }),
});

const output = z.strictObject({
  contactId: z.string(),
  wasCreated: z.boolean().describe("false: the contact was there already"),
});

/**
 * By look-up and then create or change, not by batch upsert: with `email` as its `idProperty` HubSpot does not support
 * upserts of some fields only, and the others of a contact must stay.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/objects/contacts/guide
 */
export const upsertContact = defineAction({
  title: "Add or update a contact",
  description:
    "Adds a contact to HubSpot, or changes the one with this email address. Fields left empty stay as they are.",
  scopes: ["crm.objects.contacts.read", "crm.objects.contacts.write"],
  effect: "write",
  idempotency: "upsert",
  input,
  output,
  link: ({ contactId }, { accountId }) =>
    `https://app.hubspot.com/contacts/${accountId}/record/0-1/${contactId}`,
  example: {
    email: "marta.sousa@example.com",
    firstName: "Marta",
    lastName: "Sousa",
    phone: "+351 912 345 678",
    furtherFields: [{ name: "city", value: "Lisbon" }],
  },
  run: async (call, { email, firstName, lastName, phone, company, furtherFields: further }) => {
    const known = { firstname: firstName, lastname: lastName, phone, company };
    const properties = toProperties(known, further);
    const found = await findContactByEmail(call, email);
    const contact = found
      ? { contactId: found, wasCreated: false }
      : await createContact(call, { email, ...properties });
    if (!contact.wasCreated) await updateContact(call, contact.contactId, properties);
    return contact;
  },
});
