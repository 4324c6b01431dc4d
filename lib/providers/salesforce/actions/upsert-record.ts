import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import {
  areDuplicatesAllowed,
  duplicateHeaders,
  externalIdField,
  furtherFields,
  objectName,
  requiredLine,
  toFieldName,
  toValues,
} from "../fields.ts";
import { getInstanceUrl } from "../hosts.ts";
import { writeRecord } from "../records.ts";

/**
 * Ends of an address by which Salesforce chooses the form of its answer, or which it does not find.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
const readAsFormat = /\.(?:json|xml|inc)$/i;

const input = z.strictObject({
  object: objectName.meta({
    title: "Object",
    description: "What kind of record: contacts, accounts or one of your own.",
    placeholder: "Contact",
    resource: "objects",
  } satisfies FieldMeta),
  externalIdField: externalIdField.meta({
    title: "External ID field",
    description:
      "The field by which the record is known in your other systems. Your administrator can make one.",
    placeholder: "Contact.Loyalty_Number__c",
    resource: "external-id-fields",
  } satisfies FieldMeta),
  externalId: requiredLine(
    { title: "Its value", description: "The customer's number, for instance.", placeholder: "L-2041" },
    255,
  )
    .refine((value) => value !== "." && value !== "..", "Salesforce does not take dots alone as a value.")
    .refine((value) => value.isWellFormed(), "This has half of a character. Write it anew.")
    .refine(
      (value) => !readAsFormat.test(value),
      "Salesforce takes a value that ends in .json, .xml or .inc for the name of a file. Use a field whose values end otherwise.",
    ),
  fields: furtherFields({
    title: "Fields to write",
    description: "By their API names. All others stay as they are.",
  }),
  areDuplicatesAllowed,
});

/** https://developer.salesforce.com/docs/platform/api-rest/guide/dome-upsert.html */
export const upsertRecord = defineAction({
  title: "Create or update a record",
  description: "Writes to the record that has a number of yours, and creates it where there is none.",
  scopes: ["api"],
  effect: "write",
  idempotency: "upsert",
  input,
  output: z.strictObject({
    recordId: z.string(),
    url: z.string().describe("Opens the record in Salesforce"),
    isNew: z.boolean().describe("true: it was created; false: one that was there was written to"),
  }),
  link: ({ url }) => url,
  example: {
    object: "Contact",
    externalIdField: "Contact.Loyalty_Number__c",
    externalId: "L-2041",
    fields: [
      { field: "LastName", value: "Silva" },
      { field: "FirstName", value: "Marta" },
      { field: "Email", value: "marta.silva@example.com" },
      { field: "Loyalty_Points__c", value: 120 },
    ],
  },
  run: async (call, request) => {
    const field = toFieldName(request.object, request.externalIdField);
    const { id, created } = await writeRecord(call, {
      object: request.object,
      values: toValues(request.fields, [field]),
      externalId: { field, value: request.externalId },
      headers: duplicateHeaders(request.areDuplicatesAllowed),
    });
    return { recordId: id, url: `${getInstanceUrl(call.settings)}/${id}`, isNew: created ?? false };
  },
});
