import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { objectPath } from "./api.ts";
import { askHubSpot, findAtHubSpot, type HubSpotRequest, readAnswer, sendToHubSpot } from "./client.ts";
import { readProblem } from "./problem.ts";

const what = "contact";
const contactSchema = z.looseObject({ id: z.string().min(1) });

/**
 * The contact of an e-mail address, also where it is one of several. By its unique property, which is true at once;
 * the search lags behind.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/objects/contacts/guide
 */
export async function findContactByEmail(call: Call, email: string): Promise<string | null> {
  const query = { idProperty: "email", properties: "email" };
  const request = { method: "GET", path: objectPath("contacts", email), query, what } as const;
  return (await findAtHubSpot(call, request, contactSchema))?.id ?? null;
}

/** @returns whether there is one of this id */
export async function hasContact(call: Call, contactId: string): Promise<boolean> {
  const query = { properties: "email" };
  const request = { method: "GET", path: objectPath("contacts", contactId), query, what } as const;
  return (await findAtHubSpot(call, request, contactSchema)) !== null;
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
  const reply = await sendToHubSpot(call, request);
  const existing = reply.status === 409 ? existingIdOf(readProblem(reply)?.message) : null;
  if (existing !== null) return { contactId: existing, wasCreated: false };
  return { contactId: readAnswer(reply, request, contactSchema).id, wasCreated: true };
}

/** Changes the fields given, and no others. */
export async function updateContact(
  call: Call,
  contactId: string,
  properties: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(properties).length === 0) return;
  const path = objectPath("contacts", contactId);
  await askHubSpot(call, { method: "PATCH", path, json: { properties }, what }, contactSchema);
}

/** "Contact already exists. Existing ID: 12345": HubSpot tells it in the sentence only. */
function existingIdOf(message: string | undefined): string | null {
  return /Existing ID: (\d{1,20})\b/.exec(message ?? "")?.[1] ?? null;
}
