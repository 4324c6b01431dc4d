import { z } from "zod";
import { platformEventTypes } from "#lib/events/catalogue/catalogue.ts";

const noData = z.strictObject({});

/** The events by which Patchbay wakes jobs of its own, and what they carry. */
export const jobEvents = {
  "deliveries/ready": noData,
  "announcements/ready": noData,
  "sync/ready": noData,
  "notices/ready": noData,
  "account-mails/ready": noData,
  "credentials/ready": noData,
  "checks/ready": noData,
  "secrets/reseal": noData,
} as const satisfies Record<string, z.ZodType>;

export type JobEventName = keyof typeof jobEvents;

/**
 * Events of other services, by the types of the catalogue. Their payload is checked one by one by the job that accepts
 * them, so that a bad one does not hold up the good ones.
 */
export const platformEvents: readonly string[] = platformEventTypes;

/** An event as a job gets it. */
export type JobEvent = { id?: string | undefined; name: string; ts?: number | undefined; data: unknown };
