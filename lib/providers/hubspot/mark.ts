import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { failure } from "../kit/failures.ts";
import { apiVersion } from "./auth.ts";
import { api, type HubSpotRequest, objectPath } from "./client.ts";
import { formatDetail, readProblem } from "./errors.ts";
import { tell } from "./words.ts";

/** The field of a deal that holds our idempotency key. */
export const referenceProperty = "patchbay_reference";

const dealSchema = z.looseObject({
  id: z.string().min(1),
  properties: z.looseObject({
    pipeline: z.string().nullish(),
    dealstage: z.string().nullish(),
  }),
  associations: z
    .looseObject({
      contacts: z.looseObject({ results: z.array(z.looseObject({ id: z.string() })) }).optional(),
    })
    .optional(),
});
export type Deal = z.infer<typeof dealSchema>;

/** The deal that an earlier try under this call's key has made; null = there is none. */
export function findDealOfKey(call: Call): Promise<Deal | null> {
  const query = {
    idProperty: referenceProperty,
    properties: "pipeline,dealstage",
    associations: "contacts",
  };
  const path = objectPath("deals", call.idempotencyKey);
  return api.find(call, { method: "GET", path, query, what: "deal" }, dealSchema);
}

/** https://developers.hubspot.com/docs/api-reference/latest/crm/associations/overview: 3 is from a deal to a contact. */
const dealToContact = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 3 };

/**
 * Makes a deal under this call's key. Where HubSpot refuses, another try may have come first: its deal is the answer.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/objects/deals/guide
 */
export async function createDeal(
  call: Call,
  { properties, contactId }: { properties: Readonly<Record<string, string>>; contactId: string | null },
): Promise<{ deal: Deal; wasThereAlready: boolean }> {
  const associations = contactId === null ? [] : [{ to: { id: contactId }, types: [dealToContact] }];
  const request: HubSpotRequest = {
    method: "POST",
    path: objectPath("deals"),
    json: { properties: { ...properties, [referenceProperty]: call.idempotencyKey }, associations },
    what: "deal",
  };
  const reply = await api.send(call, request);
  const earlier = reply.status === 400 || reply.status === 409 ? await findDealOfKey(call) : null;
  if (earlier) return { deal: earlier, wasThereAlready: true };
  return { deal: await api.read(call, request, reply, dealSchema), wasThereAlready: false };
}

const propertiesPath = `/crm/properties/${apiVersion}/deals`;
const propertySchema = z.looseObject({ name: z.string(), hasUniqueValue: z.boolean().optional() });
type Property = z.infer<typeof propertySchema>;

/**
 * Makes sure that deals have our field. Its values are unique, so HubSpot itself refuses a second deal with one key;
 * a search before creating would not do, since it shows new deals only after a while.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
 */
export async function requireDealReference(call: Call): Promise<void> {
  const property = (await findReference(call)) ?? (await createReference(call));
  if (property.hasUniqueValue) return;
  throw failure("conflict", tell("deals_have_field_reference_has"), "hasUniqueValue is not true");
}

function findReference(call: Call): Promise<Property | null> {
  const path = `${propertiesPath}/${referenceProperty}`;
  return api.find(call, { method: "GET", path, what: "field" }, propertySchema);
}

/** A field of this name that was archived comes back, with the definition given here. */
async function createReference(call: Call): Promise<Property> {
  const request: HubSpotRequest = { method: "POST", path: propertiesPath, json: definition, what: "field" };
  const reply = await api.send(call, request);
  if (reply.status === 409) {
    const made = await findReference(call);
    if (made) return made;
  }
  const problem = reply.status === 400 ? readProblem(reply) : null;
  if (problem) {
    throw failure("invalid_input", tell("does_not_let_add_field"), formatDetail(problem, reply.status));
  }
  return api.read(call, request, reply, propertySchema);
}

const definition = {
  name: referenceProperty,
  label: "Patchbay reference",
  description: "Set by Patchbay, so that no deal is made twice. Please leave it as it is.",
  groupName: "dealinformation",
  type: "string",
  fieldType: "text",
  hasUniqueValue: true,
  formField: false,
};
