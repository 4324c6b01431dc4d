import { z } from "zod";
import { minorToDecimal } from "#lib/money/decimal-minor.ts";
import { dateText, shortText, trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import { failure } from "../../kit/failures.ts";
import { apiVersion } from "../auth.ts";
import { api } from "../client.ts";
import { createDeal, type Deal, findDealOfKey, referenceProperty, requireDealReference } from "../mark.ts";
import {
  createContact,
  emailForm,
  findContactByEmail,
  furtherFields,
  hasContact,
  toProperties,
} from "../records.ts";
import { findDealPlace, listPipelines } from "../resources/pipelines.ts";
import { tell } from "../words.ts";

const objectId = shortText(200).regex(/^\d{1,20}$/);

const input = z
  .strictObject({
    name: trimmedText(500)
      .min(1, "Give the deal a name.")
      .meta({ title: "Name", placeholder: "Order 1042, party of 40" } satisfies FieldMeta),
    contact: trimmedText(200)
      .refine((text) => objectId.safeParse(text).success || emailForm.safeParse(text).success, {
        error: "Choose a contact, or give an email address such as marta@example.com.",
      })
      .optional()
      .meta({
        title: "Contact",
        description: "An email address, or a contact's record ID. An address that is new becomes a contact.",
        placeholder: "marta@example.com",
        resource: "contacts",
      } satisfies FieldMeta),
    pipeline: trimmedText(100)
      .min(1)
      .optional()
      .meta({
        title: "Pipeline",
        description: "Left empty, the one of the stage, or the first one.",
        resource: "pipelines",
      } satisfies FieldMeta),
    stage: trimmedText(100)
      .min(1)
      .optional()
      .meta({
        title: "Stage",
        description: "Left empty, the first stage.",
        resource: "stages",
      } satisfies FieldMeta),
    amount: z
      .int()
      .min(0)
      .max(999_999_999_99)
      .optional()
      .meta({
        title: "Amount",
        description: "In the smallest unit of the currency: 128000 for € 1,280.00.",
        placeholder: "128000",
      } satisfies FieldMeta),
    currency: trimmedText(200)
      .regex(/^[A-Z]{3}$/, "Give the currency's three letters, such as EUR.")
      .optional()
      .meta({ title: "Currency of the amount", placeholder: "EUR" } satisfies FieldMeta),
    closeDate: dateText("Give a day as 2026-11-30.")
      .optional()
      .meta({ title: "Closing date", placeholder: "2026-11-30" } satisfies FieldMeta),
    description: trimmedText(65_536)
      .optional()
      .meta({ title: "Description", multiline: true } satisfies FieldMeta),
    furtherFields: furtherFields({
      resource: "deal-properties",
      taken: [
        "dealname",
        "pipeline",
        "dealstage",
        "amount",
        "deal_currency_code",
        "closedate",
        "description",
        referenceProperty,
      ],
      example: '[{ "name": "dealtype", "value": "newbusiness" }]',
    }),
  })
  .refine(({ amount, currency }) => amount === undefined || currency !== undefined, {
    path: ["currency"],
    error: "Say in which currency the amount is.",
  });

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
  input,
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
  run: async (call, request) => {
    await requireDealReference(call);
    const earlier = await findDealOfKey(call);
    if (earlier) return toOutput(earlier, readContactId(earlier), true);
    const place = findDealPlace((await listPipelines(call)).items, request);
    const { amount: minor, currency } = request;
    const amount =
      minor === undefined || currency === undefined ? {} : await amountProperties(call, { minor, currency });
    const known = {
      dealname: request.name,
      pipeline: place.pipelineId,
      dealstage: place.stageId,
      // Noon, so that it is that day in every time zone where shops are.
      closedate: request.closeDate && `${request.closeDate}T12:00:00.000Z`,
      description: request.description,
      ...amount,
    };
    const contactId = request.contact === undefined ? null : await requireContact(call, request.contact);
    const properties = toProperties(known, request.furtherFields);
    const { deal, wasThereAlready } = await createDeal(call, { properties, contactId });
    return toOutput(deal, wasThereAlready ? readContactId(deal) : contactId, wasThereAlready);
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

function readContactId({ associations }: Deal): string | null {
  return associations?.contacts?.results[0]?.id ?? null;
}

const account = z.looseObject({ companyCurrency: z.string(), additionalCurrencies: z.array(z.string()) });

/**
 * The properties that hold an amount. A deal is in the account's own currency unless it names another one that the
 * account knows; without looking, € 300 would become $ 300.
 * https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide
 * @param minor in the smallest unit of the currency
 */
async function amountProperties(
  call: Call,
  { minor, currency }: { minor: number; currency: string },
): Promise<Record<string, string>> {
  const path = `/account-info/${apiVersion}/details`;
  const { companyCurrency, additionalCurrencies } = await api.ask(
    call,
    { method: "GET", path, what: "account" },
    account,
  );
  const amount = minorToDecimal(minor, currency);
  if (currency === companyCurrency) return { amount };
  if (additionalCurrencies.includes(currency)) return { amount, deal_currency_code: currency };
  const known = [companyCurrency, ...additionalCurrencies].join(", ");
  const message = tell("account_keeps_amounts_in_one", { known, currency });
  throw failure("invalid_input", message, `companyCurrency ${companyCurrency}`);
}
