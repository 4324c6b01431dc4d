import { and, count, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { db, queueDb } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { listParam } from "#lib/failures/values.ts";
import { createFingerprint } from "#lib/fingerprint.ts";
import { newId } from "#lib/ids.ts";
import { formatPath, toFieldFaults, unstorableParts } from "#lib/parse.ts";
import { maxErrorsShown } from "#lib/plain-data.ts";
import { findEventType, platformEventTypes } from "./catalogue/catalogue.ts";
import { findCauses } from "./find-causes.ts";
import { type EventOrigin, insertEvents, type NewEvent } from "./insert-events.ts";
import { readEventData } from "./read-event-data.ts";
import {
  type AcceptedEventDto,
  acceptEventsInput,
  acceptedEventDto,
  type EventInput,
  eventInput,
  maxEventsPerRequest,
} from "./schema.ts";

/**
 * Accepts one event or a list: each becomes an event and a delivery for every webhook that asks for it, in one
 * transaction. An id that the merchant has used before is reported as a duplicate and changes nothing.
 * @param idempotencyKey gives events without an id one that a repeated call gives again
 * @throws {AppError} 422 with the path of each problem; nothing is accepted then
 */
export const acceptEvents = defineVerb({
  permission: "events:write",
  input: acceptEventsInput,
  output: z.object({ data: z.array(acceptedEventDto) }),
  parse: parseEvents,
  run: async (asked) => ({ data: await writeEvents({ ...asked, origin: "api" }) }),
});

/**
 * The same for events that came another way than by the API.
 * @throws {AppError} 422 with the path of each problem; nothing is accepted then
 */
export async function acceptEventsFrom(
  origin: EventOrigin,
  ctx: Ctx,
  input: unknown,
): Promise<AcceptedEventDto[]> {
  return writeEvents({ ctx, origin, input: parseEvents(input) });
}

async function writeEvents({
  ctx,
  origin,
  input,
  idempotencyKey,
}: {
  ctx: Ctx;
  origin: EventOrigin;
  input: EventInput | EventInput[];
  idempotencyKey?: string | undefined;
}): Promise<AcceptedEventDto[]> {
  const isList = Array.isArray(input);
  const sent = isList ? input : [input];
  const causes = await findEventCauses(ctx.merchantId, sent, isList);
  const events = sent.map(
    (event, index): NewEvent => ({
      id:
        event.id ?? (idempotencyKey ? derivedId(ctx.merchantId, idempotencyKey, index, event) : newId("evt")),
      type: event.type,
      data: event.data,
      occurredAt: event.occurredAt ? new Date(event.occurredAt) : new Date(),
      cause: event.cause === undefined ? undefined : causes.get(event.cause),
    }),
  );
  // The first of an id counts, and all stay in their order: it is the order in which they are sent.
  const unique = [...new Map(events.toReversed().map((event) => [event.id, event])).values()].toReversed();
  const fresh = await insertEvents(queueDb(), ctx.merchantId, origin, unique);
  if ([...fresh.values()].some((total) => total > 0)) wakeDeliveries();
  const known = await countDeliveries(
    ctx.merchantId,
    events.map((event) => event.id).filter((id) => !fresh.has(id)),
  );
  const seen = new Set<string>();
  return events.map(({ id }) => {
    const duplicate = !fresh.has(id) || seen.has(id);
    seen.add(id);
    return { id, duplicate, deliveries: fresh.get(id) ?? known.get(id) ?? 0 };
  });
}

/** One event or a list, each with its data as the schema of its type has it. */
function parseEvents(input: unknown): EventInput | EventInput[] {
  const isList = Array.isArray(input);
  const list: unknown[] = isList ? input : [input];
  if (list.length === 0) throw invalidInput([{ path: "", message: say("field_no_event") }]);
  if (list.length > maxEventsPerRequest) {
    throw invalidInput([{ path: "", message: say("field_too_many_events", { max: maxEventsPerRequest }) }]);
  }
  const errors: FieldFault[] = [];
  const events = list.flatMap((item, index) => {
    const result = parseEvent(item, isList ? [index] : []);
    errors.push(...result.errors);
    return result.event ? [result.event] : [];
  });
  const [event] = events;
  if (errors.length > 0 || !event) {
    throw invalidInput(errors.slice(0, maxErrorsShown), say("problem_events_invalid"));
  }
  return isList ? events : event;
}

/** @throws {AppError} 422 where a cause is no run of the merchant's */
async function findEventCauses(
  merchantId: string,
  events: readonly EventInput[],
  isList: boolean,
): Promise<Map<string, string[]>> {
  const runIds = events.flatMap(({ cause }) => cause ?? []);
  const causes = await findCauses(db(), merchantId, runIds);
  const errors = events.flatMap(({ cause }, index): FieldFault[] =>
    cause === undefined || causes.has(cause)
      ? []
      : [{ path: formatPath(isList ? [index, "cause"] : ["cause"]), message: say("field_no_run") }],
  );
  if (errors.length > 0) throw invalidInput(errors.slice(0, maxErrorsShown), say("problem_events_invalid"));
  return causes;
}

function parseEvent(
  item: unknown,
  prefix: readonly PropertyKey[],
): { event?: EventInput; errors: FieldFault[] } {
  const parsed = readEventData(eventInput, item);
  if (!parsed.success) return { errors: toFieldFaults(parsed.error, prefix) };
  const definition = findEventType(parsed.data.type);
  if (definition?.source !== "platform") {
    const message = say("field_event_type", { known: listParam(platformEventTypes, "commas") });
    return { errors: [{ path: formatPath([...prefix, "type"]), message }] };
  }
  const data = readEventData(definition.schema, parsed.data.data);
  if (!data.success) return { errors: toFieldFaults(data.error, [...prefix, "data"]) };
  const unstorable = unstorableParts(item, prefix);
  if (unstorable.length > 0) return { errors: unstorable };
  return { event: { ...parsed.data, data: inSendersOrder(data.data, parsed.data.data) }, errors: [] };
}

/** Of the content too: the key may come again for something else once the answer under it is forgotten. */
function derivedId(merchantId: string, idempotencyKey: string, index: number, event: EventInput): string {
  return `evt_${createFingerprint([merchantId, idempotencyKey, index, event]).slice(0, 32)}`;
}

async function countDeliveries(merchantId: string, eventIds: string[]): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db()
    .select({ eventId: deliveries.eventId, total: count() })
    .from(deliveries)
    .where(and(eq(deliveries.merchantId, merchantId), inArray(deliveries.eventId, eventIds)))
    .groupBy(deliveries.eventId);
  return new Map(rows.map((row) => [row.eventId, row.total]));
}

/**
 * What a schema made of an input, with its names in the order in which the sender wrote them: a schema gives its own
 * order. Names that the schema added come last.
 */
function inSendersOrder(parsed: Record<string, unknown>, sent: unknown): Record<string, unknown> {
  const order = isRecord(sent) ? sent : {};
  const sentNames = Object.keys(order).filter((name) => Object.hasOwn(parsed, name));
  const addedNames = Object.keys(parsed).filter((name) => !Object.hasOwn(order, name));
  const names = [...sentNames, ...addedNames];
  return Object.fromEntries(names.map((name) => [name, ordered(parsed[name], order[name])]));
}

function ordered(parsed: unknown, sent: unknown): unknown {
  if (Array.isArray(parsed)) {
    const items: unknown[] = Array.isArray(sent) ? sent : [];
    return parsed.map((item: unknown, index) => ordered(item, items[index]));
  }
  return isRecord(parsed) ? inSendersOrder(parsed, sent) : parsed;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
