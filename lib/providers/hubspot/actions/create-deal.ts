import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { Call } from "../../contract/call.ts";
import { createContact, findContactByEmail, hasContact } from "../contacts.ts";
import { amountProperties } from "../deal-amount.ts";
import { dealInput } from "../deal-input.ts";
import { requireDealReference } from "../deal-reference.ts";
import { createDeal, type Deal, findDealOfKey } from "../deals.ts";
import { failure } from "../failures.ts";
import { toProperties } from "../fields.ts";
import { listPipelines, placeOf } from "../pipelines.ts";
import { tell } from "../words.ts";

const output = z.strictObject({
  dealId: z.string(),
  pipelineId: z.string().nullable(),
  stageId: z.string().nullable(),
  contactId: z.string().nullable(),
  wasThereAlready: z.boolean().describe("true: an earlier try had made it, and nothing was made now"),
});

/** How it is kept from happening twice: see `requireDealReference`. */
export const createDealAction = defineAction({
  title: "Create a deal",
  description: "Adds a deal to one of your HubSpot pipelines, with the contact it is about.",
  scopes: [
    "crm.objects.deals.read",
    "crm.objects.deals.write",
    "crm.schemas.deals.write",
    "crm.objects.contacts.read",
    "crm.objects.contacts.write",
    "oauth",
  ],
  effect: "write",
  idempotency: "look_up_first",
  input: dealInput,
  output,
  link: ({ dealId }, { accountId }) => `https://app.hubspot.com/contacts/${accountId}/record/0-3/${dealId}`,
  example: {
    name: "Order 1042, garden party for 40",
    contact: "ines.carvalho@example.com",
    pipeline: "748213906",
    stage: "1092846571",
    amount: 128_000,
    currency: "EUR",
    closeDate: "2026-11-30",
    description: "40 guests, buffet, two vegan. Deposit paid by QR code.",
    furtherFields: [{ name: "dealtype", value: "newbusiness" }],
  },
  run: async (call, given) => {
    await requireDealReference(call);
    const earlier = await findDealOfKey(call);
    if (earlier) return toOutput(earlier, contactOf(earlier), true);
    const place = placeOf((await listPipelines(call)).items, given);
    const { amount: minor, currency } = given;
    const amount =
      minor === undefined || currency === undefined ? {} : await amountProperties(call, { minor, currency });
    const known = {
      dealname: given.name,
      pipeline: place.pipelineId,
      dealstage: place.stageId,
      // Noon, so that it is that day in every time zone where shops are.
      closedate: given.closeDate && `${given.closeDate}T12:00:00.000Z`,
      description: given.description,
      ...amount,
    };
    const contactId = given.contact === undefined ? null : await requireContact(call, given.contact);
    const properties = toProperties(known, given.furtherFields);
    const { deal, wasThereAlready } = await createDeal(call, { properties, contactId });
    return toOutput(deal, wasThereAlready ? contactOf(deal) : contactId, wasThereAlready);
  },
});

async function requireContact(call: Call, contact: string): Promise<string> {
  if (contact.includes("@")) {
    const found = await findContactByEmail(call, contact);
    return found ?? (await createContact(call, { email: contact })).contactId;
  }
  if (await hasContact(call, contact)) return contact;
  const message = tell("contact_not_in_any_more");
  throw failure("not_found", message, `no contact ${contact}`);
}

function toOutput({ id, properties }: Deal, contactId: string | null, wasThereAlready: boolean) {
  return {
    dealId: id,
    pipelineId: properties.pipeline ?? null,
    stageId: properties.dealstage ?? null,
    contactId,
    wasThereAlready,
  };
}

function contactOf({ associations }: Deal): string | null {
  return associations?.contacts?.results[0]?.id ?? null;
}
