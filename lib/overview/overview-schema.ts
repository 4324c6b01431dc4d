import { z } from "zod";
import { automationsOverviewDto } from "#lib/automations/summary/overview-schema.ts";
import { failureCodeSchema } from "../deliveries/schema.ts";

/** At most so many are listed. */
export const maxFailingDestinations = 10;

/** A webhook that fails or that Patchbay switched off, with its cause in plain words. */
const failingDestinationDto = z.object({
  webhookId: z.string(),
  url: z.string(),
  description: z.string(),
  status: z.enum(["active", "disabled"]),
  disabledReason: z.enum(["gone", "failing", "manual"]).nullable(),
  failingSince: z.iso.datetime().nullable(),
  failureCode: failureCodeSchema.nullable(),
  statusCode: z.int().nullable().describe("Of the last answer"),
  message: z.string().nullable(),
  lastFailedAt: z.iso.datetime().nullable(),
  waiting: z.int().describe("Deliveries that wait for it"),
});
export type FailingDestination = z.infer<typeof failingDestinationDto>;

/** A destination, of whichever kind, as lists of both name it. */
const namedDestination = {
  webhookId: z.string().describe("Of the webhook, or of the automation"),
  kind: z.enum(["webhook", "automation"]),
  url: z.string().describe("Empty for an automation"),
  description: z.string().describe("What it is called"),
};

/** An active webhook or automation for which deliveries wait after a failed attempt. */
const retryingDestinationDto = z.object({
  ...namedDestination,
  deliveries: z.int().describe("That have failed at least once and have not arrived"),
  orders: z.int().nullable().describe("How many orders they tell of; null where not all tell of orders"),
  nextAttemptAt: z.iso
    .datetime()
    .nullable()
    .describe("When the first of them is tried again; null = right now"),
});
export type RetryingDestination = z.infer<typeof retryingDestinationDto>;

/** Less time than this left before held deliveries fail is told on the overview. */
export const heldSoonOverDays = 3;

/** A webhook or automation that is paused or switched off, and whose first held delivery will fail soon. */
const heldSoonOverDto = z.object({
  ...namedDestination,
  status: z.enum(["paused", "disabled"]),
  held: z.int().describe("Deliveries that are held for it"),
  heldUntil: z.iso.datetime().describe("When the first of them fails, unless it is resumed before"),
});
export type HeldSoonOver = z.infer<typeof heldSoonOverDto>;

export const overviewDto = z.object({
  last24h: z.object({
    events: z.int(),
    eventsToNowhere: z.int().describe("Those of the events that no webhook and no automation had asked for"),
    delivered: z.int(),
    failed: z.int(),
    pending: z.int(),
    held: z.int(),
    cancelled: z.int(),
    p95Ms: z.int().nullable().describe("Of what was delivered"),
  }),
  webhooks: z.int(),
  switchedOff: z.int().describe("Webhooks that someone paused; they are not among the unwell"),
  automations: automationsOverviewDto,
  unwell: z.array(failingDestinationDto),
  retrying: z.array(retryingDestinationDto).describe("The longest waiting first, at most 10"),
  heldSoonOver: z
    .array(heldSoonOverDto)
    .describe(`With less than ${heldSoonOverDays} days left, the soonest first, at most 10`),
});
export type Overview = z.infer<typeof overviewDto>;
