import { z } from "zod";
import { emailText, shortText, trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";
import type { Call } from "../contract/call.ts";
import { api, type HubSpotRequest, objectPath } from "./client.ts";
import { readProblem } from "./errors.ts";

export const emailForm = emailText("Give an email address, such as marta@example.com.");

type FurtherField = { name: string; value: string };

/**
 * Fields that the form does not list, by HubSpot's internal names.
 * @param options.taken names that have a field of their own in the form
 */
export function furtherFields(options: { resource: string; taken: readonly string[]; example: string }) {
  const name = trimmedText(200)
    .regex(/^[a-z][a-z0-9_]{0,99}$/, "Choose a field, or give its internal name as HubSpot shows it.")
    .refine((chosen) => !options.taken.includes(chosen), "This field has a place of its own in the form.")
    .meta({ title: "Field", resource: options.resource } satisfies FieldMeta);
  const value = shortText(65_536, "HubSpot takes at most 65,536 characters.").meta({
    title: "Value",
  } satisfies FieldMeta);
  return z
    .array(z.strictObject({ name, value }))
    .max(50, "At most 50 further fields.")
    .refine((fields) => new Set(fields.map((field) => field.name)).size === fields.length, "Each field once.")
    .optional()
    .meta({
      title: "Further fields",
      description: `Other fields of your HubSpot, by their internal names: ${options.example}. An empty value clears a field.`,
      multiline: true,
    } satisfies FieldMeta);
}

/** Leaves out what is not given. */
export function toProperties(
  known: Readonly<Record<string, string | undefined>>,
  further: readonly FurtherField[] = [],
): Record<string, string> {
  const entries = Object.entries(known).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries([...entries, ...further.map(({ name, value }) => [name, value])]);
}

const what = "contact";
const contactSchema = z.looseObject({ id: z.string().min(1) });

/**
 * The contact of an email address, also where it is one of several. By its unique property, which is true at once;
 * the search lags behind.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/objects/contacts/guide
 */
export async function findContactByEmail(call: Call, email: string): Promise<string | null> {
  const query = { idProperty: "email", properties: "email" };
  const request = { method: "GET", path: objectPath("contacts", email), query, what } as const;
  return (await api.find(call, request, contactSchema))?.id ?? null;
}

/** @returns whether there is one of this id */
export async function hasContact(call: Call, contactId: string): Promise<boolean> {
  const query = { properties: "email" };
  const request = { method: "GET", path: objectPath("contacts", contactId), query, what } as const;
  return (await api.find(call, request, contactSchema)) !== null;
}

/** Makes a contact, unless somebody else has made it meanwhile. */
export async function createContact(
  call: Call,
  properties: Readonly<Record<string, string>>,
): Promise<{ contactId: string; wasCreated: boolean }> {
  const request: HubSpotRequest = {
    method: "POST",
    path: objectPath("contacts"),
    json: { properties, associations: [] },
    what,
  };
  const reply = await api.send(call, request);
  const existing = reply.status === 409 ? readExistingId(readProblem(reply)?.message) : null;
  if (existing !== null) return { contactId: existing, wasCreated: false };
  const made = await api.read(call, request, reply, contactSchema);
  return { contactId: made.id, wasCreated: true };
}

/** Changes the fields given, and no others. */
export async function updateContact(
  call: Call,
  contactId: string,
  properties: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(properties).length === 0) return;
  const path = objectPath("contacts", contactId);
  await api.ask(call, { method: "PATCH", path, json: { properties }, what }, contactSchema);
}

/** "Contact already exists. Existing ID: 12345": HubSpot tells it in the sentence only. */
function readExistingId(message: string | undefined): string | null {
  return /Existing ID: (\d{1,20})\b/.exec(message ?? "")?.[1] ?? null;
}
