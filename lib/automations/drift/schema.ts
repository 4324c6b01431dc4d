import { z } from "zod";
import { valueSchema } from "#lib/automations/mapping/mapping-schema.ts";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";

const id = shortText(60);

export const listIssuesInput = z.strictObject({
  id,
  ...pageInput,
  closed: z.enum(["true"]).optional().describe("true = also what is over"),
});
export const repairIssueInput = z.strictObject({ id, issueId: id });

/** What is no longer there, or not as it was. */
export const driftCauses = [
  "field_gone",
  "type_changed",
  "input_gone",
  "required_field",
  "option_gone",
  "misfit",
  "action_gone",
  "connection_gone",
  "permission_missing",
  "resource_gone",
  "resource_replaced",
  "columns_moved",
  "column_renamed",
  "column_gone",
] as const;
export type DriftCause = (typeof driftCauses)[number];

/** Which mapping of a step: its own, or that of its second way. */
export const partSchema = z.enum(["step", "otherwise"]);
export type Part = z.infer<typeof partSchema>;

/** What one click does about an issue. */
export const repairSchema = z.discriminatedUnion("kind", [
  /** These values of the mapping are changed, and published. */
  z.strictObject({
    kind: z.literal("change"),
    part: partSchema,
    values: z.record(shortText(200), valueSchema),
  }),
  /** What is there now is taken as it is. */
  z.strictObject({ kind: z.literal("accept"), part: partSchema }),
]);
export type Repair = z.infer<typeof repairSchema>;

export const automationIssueDto = z.object({
  id: z.string(),
  automationId: z.string(),
  step: z.string().describe("Key of the step"),
  cause: z.enum(driftCauses),
  message: z.string().describe("What is no longer as it was, in plain words"),
  repair: z
    .object({
      kind: z
        .enum(["apply", "reconnect", "choose"])
        .describe("apply: POST repair does it; reconnect, choose: a person does it at href"),
      title: z.string().describe("For the button"),
      href: z.string().nullable().describe("Where a person does it; null = with apply"),
    })
    .describe("What puts it right"),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type AutomationIssueDto = z.infer<typeof automationIssueDto>;

export const automationIssuePage = pageOf(automationIssueDto);
