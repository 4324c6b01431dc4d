import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { conflict } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { toDeliveryDto } from "./delivery-row.ts";
import { findDelivery } from "./find-delivery.ts";
import { type DeliveryDto, deliveryIdInput } from "./schema.ts";
import { wakeDeliveries } from "./wake.ts";

/**
 * Makes a delivery due now, whatever became of it before: one attempt, beside the schedule. Should it fail, a delivery
 * that was waiting waits on until the time that was planned, and one that had ended is failed again.
 * @throws {AppError} 404 for another merchant's delivery; 409 while it is being sent, or its webhook is off or gone
 */
export async function retryDelivery({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<DeliveryDto> {
  authorise(ctx, "deliveries:write");
  const { id } = parseInput(deliveryIdInput, input);
  const dto = await db().transaction(async (tx) => {
    const { delivery } = await findDelivery(tx, ctx.merchantId, id);
    const [webhook] = await tx
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.merchantId, ctx.merchantId), eq(webhooks.id, delivery.destinationId)))
      .for("share");
    if (!webhook || webhook.deletedAt) throw conflict("webhook_deleted", "Its webhook was deleted.");
    if (webhook.status !== "active") {
      throw conflict("webhook_disabled", "Its webhook is switched off. Switch it on first.");
    }
    await tx.select({ id: deliveries.id }).from(deliveries).where(ownDelivery(ctx, id)).for("update");
    const row = await findDelivery(tx, ctx.merchantId, id);
    if (row.isInFlight) throw conflict("delivery_in_flight", "It is being sent right now.");
    await tx
      .update(deliveries)
      .set({
        status: "pending",
        dueAt: new Date(),
        plannedAt: row.delivery.status === "pending" ? (row.delivery.plannedAt ?? row.delivery.dueAt) : null,
        nextTrigger: "manual",
        leaseId: null,
        completedAt: null,
      })
      .where(ownDelivery(ctx, id));
    await recordAudit(tx, ctx, { action: "delivery.retried", targetId: id });
    return toDeliveryDto(await findDelivery(tx, ctx.merchantId, id));
  });
  wakeDeliveries();
  return dto;
}

function ownDelivery(ctx: Ctx, id: string) {
  return and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.id, id));
}
