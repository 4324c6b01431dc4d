import { z } from "zod";
import { automationDto, listAutomationsInput } from "#lib/automations/schema.ts";
import { trimmedText } from "#lib/text-schema.ts";

/** The last days of which runs are counted, today included. */
export const activityDays = 14;

/** What a list can be narrowed to. */
export const summaryStatusSchema = z.enum(["active", "failing", "paused", "draft"]);

export const listSummariesInput = z.strictObject({
  ...listAutomationsInput.shape,
  search: trimmedText(200).optional().describe("Words of the name"),
  status: summaryStatusSchema.optional(),
});

/** The action of a step in words, and the app that does it. */
const stepActionDto = z.object({
  key: z.string(),
  integrationId: z.string(),
  app: z
    .object({ id: z.string(), name: z.string(), icon: z.string().nullable() })
    .nullable()
    .describe("null = the connection is not there any more"),
  account: z.string().nullable().describe("What the merchant's account is called at the app"),
  isConnected: z.boolean(),
  title: z.string().describe("What it does, such as “Send a message”"),
  mode: z.enum(["live", "review", "off"]),
});
export type StepAction = z.infer<typeof stepActionDto>;

const dayCountDto = z.object({
  day: z.iso.date().describe("In the merchant's time zone"),
  done: z.int(),
  failed: z.int(),
});
export type DayCount = z.infer<typeof dayCountDto>;

/** How an automation has been doing, and what it waits for. */
const activityDto = z.object({
  days: z
    .array(dayCountDto)
    .nullable()
    .describe(`The last ${activityDays} days, the oldest first; null = too many runs to count in time`),
  lastRun: z
    .object({
      id: z.string(),
      status: z.enum(["pending", "held", "delivered", "failed", "cancelled"]),
      at: z.iso.datetime(),
    })
    .nullable()
    .describe("Of these days"),
  reviews: z.int().describe("Runs that wait for a person's yes"),
  decisions: z.int().describe("Runs with a step of which nobody knows whether it was done"),
  issues: z.int().describe("What it relies on and an app no longer has"),
});
export type Activity = z.infer<typeof activityDto>;

export const automationSummaryDto = automationDto.extend({
  eventType: z.string().describe("Of the live version; of the draft before the first one"),
  steps: z.array(stepActionDto).describe("Of the same"),
  activity: activityDto,
});
export type AutomationSummary = z.infer<typeof automationSummaryDto>;
