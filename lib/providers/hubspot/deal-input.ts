import { z } from "zod";
import { dateText, shortText, trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";
import { referenceProperty } from "./deal-reference.ts";
import { emailForm, furtherFields } from "./fields.ts";

const objectId = shortText(200).regex(/^\d{1,20}$/);

export const dealInput = z
  .strictObject({
    name: trimmedText(500)
      .min(1, "Give the deal a name.")
      .meta({ title: "Name", placeholder: "Order 1042, party of 40" } satisfies FieldMeta),
    contact: trimmedText(200)
      .refine((text) => objectId.safeParse(text).success || emailForm.safeParse(text).success, {
        error: "Choose a contact, or give an e-mail address such as marta@example.com.",
      })
      .optional()
      .meta({
        title: "Contact",
        description: "An e-mail address, or a contact's record ID. An address that is new becomes a contact.",
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
