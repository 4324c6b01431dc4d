import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { events } from "#db/schema/events.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { readEvents } from "#lib/events/event-row.ts";
import { findEventKeys } from "#lib/events/find-event-keys.ts";
import { dayMs, firstKeptDay } from "#lib/history/days.ts";
import { WordQuery } from "#lib/search/word-query.ts";
import { shortText } from "#lib/text-schema.ts";

const listSamplesInput = z.strictObject({ eventType: shortText(100) });

/** An event as a Zap gets it: the webhook's body, with the event's id beside it. */
const sampleDto = z.object({
  id: z.string(),
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
type SampleDto = z.infer<typeof sampleDto>;

const maxSamples = 3;
const exampleTimestamp = "2026-10-02T19:20:31.000Z";
const jsonObject = z.record(z.string(), z.unknown());

/**
 * What a Zap on this event type would have got of late, newest first; the catalogue's example where there was none.
 * Test sends are left out.
 * @throws {AppError} 404 for an event type that there is not
 */
export const listSamples = defineVerb({
  permission: "read",
  input: listSamplesInput,
  output: z.array(sampleDto),
  async run({ ctx, input: { eventType } }) {
    const definition = findEventType(eventType);
    if (!definition) throw notFound("event_type");
    const rows = await readInTime((tx) => findSamples(tx, ctx.merchantId, eventType));
    if (rows.length > 0) return rows;
    const id = `evt_example_${eventType.replaceAll(".", "_")}`;
    return [{ id, type: eventType, timestamp: exampleTimestamp, data: jsonObject.parse(definition.example) }];
  },
});

/** Of the days whose data is still kept, and no more of them than it takes. */
async function findSamples(tx: Tx, merchantId: string, eventType: string): Promise<SampleDto[]> {
  const query = new WordQuery(merchantId);
  query.addMark(eventType);
  const keys = await findEventKeys(
    tx,
    {
      merchantId,
      query,
      fits: and(eq(events.type, eventType), ne(events.origin, "test")),
      from: Date.parse(firstKeptDay("payload", Date.now())),
      to: Date.now() + dayMs,
    },
    null,
    maxSamples,
  );
  const rows = await readEvents(tx, merchantId, keys);
  return rows.flatMap(({ event: { id, type, occurredAt }, dataJson }) =>
    dataJson === null
      ? []
      : [{ id, type, timestamp: occurredAt.toISOString(), data: jsonObject.parse(JSON.parse(dataJson)) }],
  );
}
