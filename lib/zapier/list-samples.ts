import { and, desc, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { parseInput } from "#lib/parse.ts";
import { listSamplesInput, type SampleDto } from "./sample-schema.ts";

const maxSamples = 3;
const exampleTimestamp = "2026-10-02T19:20:31.000Z";
const jsonObject = z.record(z.string(), z.unknown());

/**
 * What a Zap on this event type would have got of late, newest first; the catalogue's example where there was none.
 * Test sends are left out.
 * @throws {AppError} 404 for an event type that there is not
 */
export async function listSamples({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<SampleDto[]> {
  authorise(ctx, "read");
  const { eventType } = parseInput(listSamplesInput, input);
  const definition = findEventType(eventType);
  if (!definition) throw notFound("event_type");
  const rows = await db()
    .select({ id: events.id, type: events.type, occurredAt: events.occurredAt, data: eventPayloads.data })
    .from(events)
    .innerJoin(
      eventPayloads,
      and(
        eq(eventPayloads.merchantId, events.merchantId),
        eq(eventPayloads.eventId, events.id),
        eq(eventPayloads.acceptedAt, events.acceptedAt),
      ),
    )
    .where(and(eq(events.merchantId, ctx.merchantId), eq(events.type, eventType), ne(events.origin, "test")))
    .orderBy(desc(events.acceptedAt), desc(events.id))
    .limit(maxSamples);
  if (rows.length > 0) {
    return rows.map(({ id, type, occurredAt, data }) => ({
      id,
      type,
      timestamp: occurredAt.toISOString(),
      data,
    }));
  }
  const id = `evt_example_${eventType.replaceAll(".", "_")}`;
  return [{ id, type: eventType, timestamp: exampleTimestamp, data: jsonObject.parse(definition.example) }];
}
