import { z } from "zod";
import { platformEventTypes } from "#lib/events/catalogue/catalogue.ts";
import { lookUp } from "#lib/look-up.ts";

/** What wakes says nothing more: what there is to do lies in Postgres. An Inngest server may put notes of its own beside. */
const noData = z.looseObject({});

/** The events by which Patchbay wakes jobs of its own, and what they carry. */
const jobEvents = {
  "deliveries/ready": noData,
  "announcements/ready": noData,
  "sync/ready": noData,
  "notices/ready": noData,
  "account-mails/ready": noData,
  "credentials/ready": noData,
  "checks/ready": noData,
  "attention/ready": noData,
  "drift/ready": noData,
  "payments/ready": noData,
  "attribution/ready": noData,
  "books/ready": noData,
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

/**
 * An event of ours with the payload that its name declares; those of other services pass as they are.
 * @throws when the payload is another, with its path
 */
export function readJobEvent(event: JobEvent): JobEvent {
  const schema: z.ZodType | undefined = lookUp(jobEvents, event.name);
  if (!schema) return event;
  const read = schema.safeParse(event.data);
  if (read.success) return { ...event, data: read.data };
  throw new Error(`The event ${event.name} does not fit: ${z.prettifyError(read.error)}`);
}
