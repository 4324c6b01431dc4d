import { and, eq, gte } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { readDeliveryAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import { readDeliveries, toDeliveryDto } from "#lib/deliveries/delivery-row.ts";
import { notFound } from "#lib/errors.ts";
import { shortText } from "#lib/text-schema.ts";
import { findEventKey, getOldestDeliveryId, readEvents, toEventDto } from "../events/event-row.ts";
import type { EventKey } from "../events/find-event-keys.ts";
import { eventDetailDto } from "./event-detail-schema.ts";

const eventIdInput = z.strictObject({ id: shortText(128) });

/**
 * One event with every delivery and attempt that came of it, oldest first.
 * @throws {AppError} 404 for another merchant's event
 */
export const getEvent = defineVerb({
  permission: "read",
  input: eventIdInput,
  output: eventDetailDto,
  async run({ ctx, input: { id } }) {
    const { row, ways, log } = await readInTime(async (tx) => {
      const key = await findEventKey(tx, ctx.merchantId, id);
      const [found] = key ? await readEvents(tx, ctx.merchantId, [key]) : [];
      if (!key || !found) throw notFound("event");
      const made = await findDeliveries(tx, ctx.merchantId, key);
      return { row: found, ways: made, log: await readDeliveryAttempts(tx, ctx.merchantId, made) };
    });
    const byDelivery = Map.groupBy(log, ({ attempt }) => attempt.deliveryId);
    const timeline = ways.map((way) => ({
      ...toDeliveryDto(way, ctx.locale),
      attemptLog: (byDelivery.get(way.delivery.id) ?? []).map((attempt) =>
        toAttemptDto(attempt, ctx.locale, way.runNames),
      ),
    }));
    return { ...toEventDto(row), timeline };
  },
});

async function findDeliveries(tx: Tx, merchantId: string, [eventAt, id]: EventKey) {
  const rows = await tx
    .select({ id: deliveries.id, eventAt: deliveries.eventAt })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.merchantId, merchantId),
        eq(deliveries.eventId, id),
        gte(deliveries.id, getOldestDeliveryId(eventAt)),
      ),
    );
  return (await readDeliveries(tx, merchantId, rows)).reverse();
}
