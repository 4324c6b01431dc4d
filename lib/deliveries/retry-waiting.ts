import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { deliveryQueue } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { type AppError, conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { shortText } from "#lib/text-schema.ts";
import { wakeDeliveries } from "../engine/wake.ts";

const retryWaitingInput = z.strictObject({ webhookId: shortText(60) });

/** So many at a time: the rest keeps its place in the schedule. */
const maxDeliveries = 1_000;

/**
 * Makes the deliveries that failed before and wait for a webhook or an automation due now, the oldest first: one
 * attempt each, beside the schedule. What is being sent at this moment is left alone, and so are runs that wait for an
 * account or a person.
 * @param input.webhookId of the webhook, or of the automation
 * @returns how many were made due
 * @throws {AppError} 404 for another merchant's; 409 while it is paused or switched off
 */
export const retryWaiting = defineVerb({
  permission: "deliveries:write",
  input: retryWaitingInput,
  output: z.object({ retried: z.int() }),
  async run({ ctx, input: { webhookId } }) {
    const retried = await db().transaction(async (tx) => {
      const [destination] = await tx
        .select({ kind: destinations.kind, state: destinations.state, deletedAt: destinations.deletedAt })
        .from(destinations)
        .where(and(eq(destinations.merchantId, ctx.merchantId), eq(destinations.id, webhookId)))
        .for("share");
      if (!destination || destination.deletedAt) throw notFound("webhook");
      if (destination.state !== "active") throw stopped(destination.kind);
      const rows = await tx
        .update(deliveryQueue)
        .set({
          dueAt: sql`now()`,
          plannedAt: sql`coalesce(${deliveryQueue.plannedAt}, ${deliveryQueue.dueAt})`,
          nextTrigger: "manual",
          leaseId: null,
          leasedUntil: null,
        })
        .where(
          and(
            eq(deliveryQueue.merchantId, ctx.merchantId),
            sql`${deliveryQueue.deliveryId} IN (SELECT delivery_id FROM delivery_queue
            WHERE merchant_id = ${ctx.merchantId} AND destination_id = ${webhookId}
              AND attempts > 0 AND held_for IS NULL AND NOT is_test
              AND (leased_until IS NULL OR leased_until <= clock_timestamp())
            ORDER BY delivery_id LIMIT ${maxDeliveries} FOR UPDATE SKIP LOCKED)`,
          ),
        )
        .returning({ id: deliveryQueue.deliveryId });
      if (rows.length > 0) {
        await recordAudit(tx, ctx, {
          action:
            destination.kind === "automation" ? "automation.waiting_retried" : "webhook.waiting_retried",
          targetId: webhookId,
          detail: { deliveries: rows.length },
        });
      }
      return rows.length;
    });
    if (retried > 0) wakeDeliveries();
    return { retried };
  },
});

function stopped(kind: string): AppError {
  return kind === "automation"
    ? conflict("automation_off", say("problem_its_automation_off"))
    : conflict("webhook_disabled", say("problem_webhook_stopped"));
}
