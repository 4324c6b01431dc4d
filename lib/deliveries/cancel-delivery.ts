import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { deliveries, deliveryQueue } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { toDeliveryDto } from "./delivery-row.ts";
import { findDelivery } from "./find-delivery.ts";
import { deliveryDto, deliveryIdInput } from "./schema.ts";

/**
 * Stops a delivery that waits. An attempt under way cannot be called back; it is logged, and nothing follows it.
 * @throws {AppError} 404 for another merchant's delivery, 409 for one that has ended, and for a run of an automation
 *   while an app is asked: done again before that app has answered, a step could happen twice
 */
export const cancelDelivery = defineVerb({
  permission: "deliveries:write",
  input: deliveryIdInput,
  output: deliveryDto,
  async run({ ctx, input: { id } }) {
    return db().transaction(async (tx) => {
      await requireNoStepUnderWay(tx, ctx.merchantId, id);
      const taken = await tx
        .delete(deliveryQueue)
        .where(and(eq(deliveryQueue.merchantId, ctx.merchantId), eq(deliveryQueue.deliveryId, id)))
        .returning({ id: deliveryQueue.deliveryId });
      if (taken.length === 0) {
        const { delivery } = await findDelivery(tx, ctx.merchantId, id);
        throw conflict("delivery_ended", say("problem_delivery_ended", { status: delivery.status }));
      }
      await tx
        .update(deliveries)
        .set({ status: "cancelled", completedAt: sql`clock_timestamp()` })
        .where(and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.id, id)));
      await recordAudit(tx, ctx, { action: "delivery.cancelled", targetId: id });
      return toDeliveryDto(await findDelivery(tx, ctx.merchantId, id), ctx.locale);
    });
  },
});

async function requireNoStepUnderWay(tx: Tx, merchantId: string, id: string): Promise<void> {
  const [row] = await tx
    .select({ kind: destinations.kind, leasedUntil: deliveryQueue.leasedUntil })
    .from(deliveryQueue)
    .innerJoin(destinations, eq(destinations.id, deliveryQueue.destinationId))
    .where(and(eq(deliveryQueue.merchantId, merchantId), eq(deliveryQueue.deliveryId, id)))
    .for("update", { of: deliveryQueue });
  const isUnderWay = (row?.leasedUntil?.getTime() ?? 0) > Date.now();
  if (row?.kind === "automation" && isUnderWay) {
    throw conflict("delivery_in_flight", say("problem_delivery_in_flight"));
  }
}
