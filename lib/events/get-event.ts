import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { attempts, deliveries } from "#db/schema/deliveries.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { selectAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import { selectDeliveries, toDeliveryDto } from "#lib/deliveries/delivery-row.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { shortText } from "#lib/text-schema.ts";
import { isEvent, selectEvents, toEventDto } from "./event-row.ts";
import type { EventDetailDto } from "./schema.ts";

export const eventIdInput = z.strictObject({ id: shortText(128) });

/**
 * One event with every delivery and attempt that came of it, oldest first.
 * @throws {AppError} 404 for another merchant's event
 */
export async function getEvent({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<EventDetailDto> {
  authorise(ctx, "read");
  const { id } = parseInput(eventIdInput, input);
  const ofEvent = and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.eventId, id));
  const { row, ways, log } = await readInTime(async (tx) => {
    const [found] = await selectEvents(tx, isEvent(ctx.merchantId, id));
    if (!found) throw notFound("event");
    const made = await selectDeliveries(tx, ofEvent).orderBy(asc(deliveries.id));
    const ids = made.map(({ delivery }) => delivery.id);
    const tried = await selectAttempts(
      tx,
      and(eq(attempts.merchantId, ctx.merchantId), inArray(attempts.deliveryId, ids)),
    ).orderBy(asc(attempts.id));
    return { row: found, ways: made, log: tried };
  });
  const byDelivery = Map.groupBy(log.map(toAttemptDto), (attempt) => attempt.deliveryId);
  const timeline = ways.map((way) => ({
    ...toDeliveryDto(way),
    attemptLog: byDelivery.get(way.delivery.id) ?? [],
  }));
  return { ...toEventDto(row), timeline };
}
