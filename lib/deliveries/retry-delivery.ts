import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { deliveries, deliveryQueue } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { wakeDeliveries } from "../engine/wake.ts";
import { type DeliveryRow, toDeliveryDto } from "./delivery-row.ts";
import { findDelivery } from "./find-delivery.ts";
import { deliveryDto, deliveryIdInput } from "./schema.ts";

/**
 * Makes a delivery due now, whatever became of it before: one attempt, beside the schedule. Should it fail, a delivery
 * that was waiting waits on until the time that was planned, and one that had ended is failed again.
 * @throws {AppError} 404 for another merchant's delivery; 409 while it is being sent, once a replay has taken
 *   it on, and where its webhook is paused, switched off or gone
 */
export const retryDelivery = defineVerb({
  permission: "deliveries:write",
  input: deliveryIdInput,
  output: deliveryDto,
  async run({ ctx, input: { id } }) {
    const dto = await db().transaction(async (tx) => {
      const { delivery } = await findDelivery(tx, ctx.merchantId, id);
      await requireActive(tx, ctx, delivery.destinationId);
      const own = and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.id, id));
      await tx.select({ id: deliveries.id }).from(deliveries).where(own).for("update");
      await tx
        .select({ id: deliveryQueue.deliveryId })
        .from(deliveryQueue)
        .where(eq(deliveryQueue.deliveryId, id))
        .for("update");
      const row = await findDelivery(tx, ctx.merchantId, id);
      if (row.isInFlight) throw conflict("delivery_in_flight", say("problem_delivery_in_flight"));
      await requireNewest(tx, ctx.merchantId, row);
      await queue(tx, row);
      await tx.update(deliveries).set({ status: "pending", completedAt: null, failedAt: null }).where(own);
      await recordAudit(tx, ctx, { action: "delivery.retried", targetId: id });
      return toDeliveryDto(await findDelivery(tx, ctx.merchantId, id), ctx.locale);
    });
    wakeDeliveries();
    return dto;
  },
});

async function requireActive(tx: Tx, ctx: Ctx, destinationId: string): Promise<void> {
  const [destination] = await tx
    .select({ kind: destinations.kind, state: destinations.state, deletedAt: destinations.deletedAt })
    .from(destinations)
    .where(and(eq(destinations.merchantId, ctx.merchantId), eq(destinations.id, destinationId)))
    .for("share");
  if (destination?.kind === "automation" && (destination.deletedAt || destination.state !== "active")) {
    throw conflict("automation_off", say("problem_its_automation_off"));
  }
  if (!destination || destination.deletedAt)
    throw conflict("webhook_deleted", say("problem_its_webhook_deleted"));
  if (destination.state === "paused") {
    throw conflict("webhook_paused", say("problem_its_webhook_paused"));
  }
  if (destination.state !== "active") {
    throw conflict("webhook_disabled", say("problem_its_webhook_disabled"));
  }
}

/** What a replay has taken on is not gone on with beside it: a step would be done by both. */
async function requireNewest(tx: Tx, merchantId: string, { delivery }: DeliveryRow): Promise<void> {
  const { id, eventId, destinationId } = delivery;
  const [later] = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.merchantId, merchantId),
        eq(deliveries.eventId, eventId),
        eq(deliveries.destinationId, destinationId),
        isNotNull(deliveries.replayId),
        gt(deliveries.id, id),
      ),
    )
    .limit(1);
  if (later) throw conflict("replayed_since", say("problem_replayed_since", { run: later.id }));
}

/** One that waits goes before its schedule; one that had ended comes back for an attempt. */
async function queue(tx: Tx, { delivery }: DeliveryRow): Promise<void> {
  const now = sql`clock_timestamp()`;
  await tx
    .insert(deliveryQueue)
    .values({
      deliveryId: delivery.id,
      merchantId: delivery.merchantId,
      destinationId: delivery.destinationId,
      eventId: delivery.eventId,
      eventAt: delivery.eventAt,
      eventType: delivery.eventType,
      version: delivery.version,
      isTest: delivery.isTest,
      attempts: delivery.attempts,
      nextTrigger: "manual",
      dueAt: now,
    })
    .onConflictDoUpdate({
      target: deliveryQueue.deliveryId,
      set: {
        // The schedule of what is held begins when it goes on, which is now.
        plannedAt: sql`CASE WHEN ${deliveryQueue.heldFor} IS NULL
          THEN coalesce(${deliveryQueue.plannedAt}, ${deliveryQueue.dueAt}) ELSE ${now} END`,
        nextTrigger: "manual",
        dueAt: now,
        heldFor: null,
        heldId: null,
        leaseId: null,
        leasedUntil: null,
        isCounted: false,
      },
    });
}
