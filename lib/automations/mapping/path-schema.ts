import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText } from "#lib/text-schema.ts";

const maxPathLength = 12;

/** Where a value stands: names of members and indexes of items, from the outside in. */
export const pathSchema = z
  .array(z.union([shortText(200).min(1), z.int().min(0).max(100_000)]))
  .min(1)
  .max(maxPathLength, { abort: true });
export type Path = readonly (string | number)[];

/** What an event offers: its id, type and moment, and its data. */
export const eventRoots = ["id", "type", "occurredAt", "data"] as const;

/** A path into an event, such as `["data", "customer", "email"]` or `["occurredAt"]`. */
export const eventPathSchema = pathSchema.refine(
  ([root]) => eventRoots.some((name) => name === root),
  saidParam(say("field_event_path")),
);

/** The key of a step within its automation. */
export const stepKeySchema = shortText(60).regex(/^[a-z][a-z0-9_-]{0,39}$/, saidParam(say("field_step_key")));
