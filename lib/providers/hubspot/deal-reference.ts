import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { apiVersion } from "./api.ts";
import { findAtHubSpot, type HubSpotRequest, readAnswer, sendToHubSpot } from "./client.ts";
import { failure } from "./failures.ts";
import { detailOf, readProblem } from "./problem.ts";
import { tell } from "./words.ts";

/** The field of a deal that holds our idempotency key. */
export const referenceProperty = "patchbay_reference";

const path = `/crm/properties/${apiVersion}/deals`;
const propertySchema = z.looseObject({ name: z.string(), hasUniqueValue: z.boolean().optional() });
type Property = z.infer<typeof propertySchema>;

/**
 * Makes sure that deals have our field. Its values are unique, so HubSpot itself refuses a second deal with one key;
 * a search before creating would not do, since it shows new deals only after a while.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
 */
export async function requireDealReference(call: Call): Promise<void> {
  const property = (await find(call)) ?? (await create(call));
  if (property.hasUniqueValue) return;
  const message = tell("deals_have_field_reference_has");
  throw failure("conflict", message, "hasUniqueValue is not true");
}

function find(call: Call): Promise<Property | null> {
  return findAtHubSpot(
    call,
    { method: "GET", path: `${path}/${referenceProperty}`, what: "field" },
    propertySchema,
  );
}

/** A field of this name that was archived comes back, with the definition given here. */
async function create(call: Call): Promise<Property> {
  const request: HubSpotRequest = { method: "POST", path, json: definition, what: "field" };
  const reply = await sendToHubSpot(call, request);
  if (reply.status === 409) {
    const made = await find(call);
    if (made) return made;
  }
  const problem = reply.status === 400 ? readProblem(reply) : null;
  if (problem) {
    const message = tell("does_not_let_add_field");
    throw failure("invalid_input", message, detailOf(problem, reply.status));
  }
  return readAnswer(reply, request, propertySchema);
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
