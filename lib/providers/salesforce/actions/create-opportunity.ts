import { z } from "zod";
import { dateText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import {
  areDuplicatesAllowed,
  badInput,
  description,
  duplicateHeaders,
  keyField,
  requiredLine,
  toFieldName,
} from "../fields.ts";
import { getInstanceUrl } from "../hosts.ts";
import { withReference } from "../mark.ts";
import { loadContext, writeOpportunity, writeOpportunityWithAccount } from "../opportunity.ts";
import { type RecordToWrite, withoutReferences } from "../records.ts";
import { tell } from "../words.ts";

const input = z.strictObject({
  account: requiredLine(
    {
      title: "Account",
      description:
        "The customer's name. An account of this name is used; where there is none, one is created.",
      placeholder: "Harbour Law LLP",
    },
    255,
  ),
  name: requiredLine({ title: "Name of the opportunity", placeholder: "Summer party, 60 guests" }, 120),
  stage: requiredLine(
    { title: "Stage", description: "Where the deal stands.", resource: "opportunity-stages" },
    255,
  ),
  closeDate: dateText("Write the date as 2026-12-31.").meta({
    title: "Close date",
    description: "By when you expect the deal, as 2026-12-31.",
    placeholder: "2026-12-31",
  } satisfies FieldMeta),
  amount: z
    .number()
    .min(0, "The amount cannot be negative.")
    .max(1e15, "The amount is too large.")
    .optional()
    .meta({
      title: "Amount",
      description: "In the currency of your Salesforce: 1250.5.",
    } satisfies FieldMeta),
  description: description({
    title: "Description",
    description: "Unless you choose a field for it, Patchbay's reference follows on a line of its own.",
  }).optional(),
  keyField,
  areDuplicatesAllowed,
});
type Input = z.output<typeof input>;

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunity.htm */
export const createOpportunity = defineAction({
  title: "Create an opportunity",
  description: "Adds a deal to your sales in Salesforce, together with the customer's account.",
  scopes: ["api"],
  effect: "write",
  idempotency: "look_up_first",
  input,
  output: z.strictObject({
    opportunityId: z.string(),
    accountId: z.string().nullable().describe("null: it has been taken off its account since"),
    isAccountNew: z.boolean().describe("true: the account was created now"),
    url: z.string().describe("Opens the opportunity in Salesforce"),
    wasThereAlready: z.boolean().describe("true: an earlier try had created it, and nothing was changed now"),
  }),
  link: ({ url }) => url,
  example: {
    account: "Harbour Law LLP",
    name: "Summer party, 60 guests",
    stage: "Prospecting",
    closeDate: "2027-07-18",
    amount: 3_450,
    description: "Buffet on the terrace, half of the guests vegetarian.",
  },
  run: async (call, request) => {
    const field = request.keyField === undefined ? null : toFieldName("Opportunity", request.keyField);
    const account = withoutReferences(request.account);
    const { earlier, stages, accountId } = await loadContext(call, account, field);
    if (earlier) return { ...earlier, isAccountNew: false, ...told(call, earlier), wasThereAlready: true };
    // Salesforce itself takes any word for a stage.
    if (!stages.includes(request.stage)) throw noSuchStage(request.stage, stages);
    const opportunity = toOpportunity(call, request, field);
    const written =
      accountId === null
        ? await writeOpportunityWithAccount(call, opportunity, toAccount(account, request))
        : await writeOpportunity(call, opportunity, accountId);
    return { ...written, isAccountNew: accountId === null, ...told(call, written), wasThereAlready: false };
  },
});

function toOpportunity(call: Call, request: Input, field: string | null): RecordToWrite {
  const text = request.description === undefined ? undefined : withoutReferences(request.description);
  return {
    object: "Opportunity",
    values: {
      Name: withoutReferences(request.name),
      StageName: request.stage,
      CloseDate: request.closeDate,
      Amount: request.amount,
      Description: field === null ? withReference(text, call.idempotencyKey) : text,
    },
    externalId: field === null ? null : { field, value: call.idempotencyKey },
    headers: duplicateHeaders(request.areDuplicatesAllowed),
  };
}

function toAccount(name: string, request: Input): RecordToWrite {
  const headers = duplicateHeaders(request.areDuplicatesAllowed);
  return { object: "Account", values: { Name: name }, externalId: null, headers };
}

function told(call: Call, { opportunityId }: { opportunityId: string }) {
  return { url: `${getInstanceUrl(call.settings)}/${opportunityId}` };
}

function noSuchStage(stage: string, stages: readonly string[]) {
  return badInput(tell("has_no_active_stage", { stage, stages: stages.join(", ") }));
}
