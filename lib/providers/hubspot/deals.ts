import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { objectPath } from "./api.ts";
import { findAtHubSpot, type HubSpotRequest, readAnswer, sendToHubSpot } from "./client.ts";
import { referenceProperty } from "./deal-reference.ts";

const what = "deal";
/** https://developers.hubspot.com/docs/api-reference/latest/crm/associations/overview: 3 is from a deal to a contact. */
const dealToContact = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 3 };

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
  return findAtHubSpot(call, { method: "GET", path, query, what }, dealSchema);
}

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
    what,
  };
  const reply = await sendToHubSpot(call, request);
  const earlier = reply.status === 400 || reply.status === 409 ? await findDealOfKey(call) : null;
  if (earlier) return { deal: earlier, wasThereAlready: true };
  return { deal: readAnswer(reply, request, dealSchema), wasThereAlready: false };
}
