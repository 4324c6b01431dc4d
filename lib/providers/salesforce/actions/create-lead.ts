import { z } from "zod";
import { lookUpFirst } from "#lib/providers/kit/once.ts";
import { emailText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import { query, quoted } from "../client.ts";
import {
  areDuplicatesAllowed,
  description,
  duplicateHeaders,
  furtherFields,
  keyField,
  oneLine,
  requiredLine,
  toFieldName,
  toValues,
} from "../fields.ts";
import { getInstanceUrl } from "../hosts.ts";
import { findReferenced, referenceQuery, referenceRow, withReference } from "../mark.ts";
import { writeRecord } from "../records.ts";

const input = z.strictObject({
  lastName: requiredLine({ title: "Last name", placeholder: "Weber" }, 80),
  firstName: oneLine({ title: "First name" }, 40).optional(),
  company: requiredLine(
    {
      title: "Company",
      description:
        "Salesforce wants one for each lead. For a private guest, write for example: Private guest.",
    },
    255,
  ),
  email: emailText("This is not an email address.", 80, "Salesforce takes 80 characters here at most.")
    .optional()
    .meta({ title: "Email" } satisfies FieldMeta),
  phone: oneLine({ title: "Phone" }, 40).optional(),
  description: description({
    title: "Description",
    description:
      "What the guest asked for. Unless you choose a field for it, Patchbay's reference follows on a line of its own.",
  }).optional(),
  otherFields: furtherFields(
    { title: "Other fields", description: "Further fields of your leads, by their API names." },
    "lead-fields",
  ).optional(),
  keyField,
  areDuplicatesAllowed,
});
type Input = z.output<typeof input>;

const ownFields = ["LastName", "FirstName", "Company", "Email", "Phone", "Description"];

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_lead.htm */
export const createLead = defineAction({
  title: "Create a lead",
  description: "Adds somebody who may become a customer to your leads in Salesforce.",
  scopes: ["api"],
  effect: "write",
  idempotency: "look_up_first",
  input,
  output: z.strictObject({
    leadId: z.string(),
    url: z.string().describe("Opens the lead in Salesforce"),
    wasThereAlready: z.boolean().describe("true: an earlier try had created it, and nothing was changed now"),
  }),
  link: ({ url }) => url,
  example: {
    lastName: "Weber",
    firstName: "Jonas",
    company: "Weber Events",
    email: "jonas.weber@example.com",
    phone: "+49 30 5550142",
    description: "Asks for a summer party on 18 July: 60 guests, buffet, half of them vegetarian.",
    otherFields: [{ field: "LeadSource", value: "Web" }],
  },
  run: async (call, lead) => {
    const chosen = lead.keyField === undefined ? null : toFieldName("Lead", lead.keyField);
    const { made: leadId, wasThereAlready } = await lookUpFirst(call, {
      find: () => findEarlierLead(call, lead, chosen),
      make: () => writeLead(call, lead, chosen),
    });
    return { leadId, url: `${getInstanceUrl(call.settings)}/${leadId}`, wasThereAlready };
  },
});

async function findEarlierLead(call: Call, lead: Input, field: string | null): Promise<string | null> {
  const { idempotencyKey: key } = call;
  const where = `LastName = ${quoted(lead.lastName)} AND Company = ${quoted(lead.company)}`;
  const soql = referenceQuery({ object: "Lead", keyField: field, key, where });
  return findReferenced(await query(call, soql, referenceRow), field, key)?.Id ?? null;
}

async function writeLead(call: Call, lead: Input, field: string | null): Promise<string> {
  const key = call.idempotencyKey;
  const taken = field === null ? ownFields : [...ownFields, field];
  const { id } = await writeRecord(call, {
    object: "Lead",
    values: {
      LastName: lead.lastName,
      FirstName: lead.firstName,
      Company: lead.company,
      Email: lead.email,
      Phone: lead.phone,
      Description: field === null ? withReference(lead.description, key) : lead.description,
      ...toValues(lead.otherFields ?? [], taken),
    },
    externalId: field === null ? null : { field, value: key },
    headers: duplicateHeaders(lead.areDuplicatesAllowed),
  });
  return id;
}
