import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { WebhookRow } from "./find-webhook.ts";

/**
 * Deletes a webhook that the transaction has locked, and cancels what waits for it. Its log stays.
 * @returns how many deliveries were cancelled
 */
export async function removeWebhook(
  tx: Tx,
  ctx: Ctx,
  { id, merchantId, url }: WebhookRow,
): Promise<{ cancelled: number }> {
  const now = new Date();
  await tx
    .update(webhooks)
    .set({ deletedAt: now, status: "disabled", updatedAt: now })
    .where(and(eq(webhooks.merchantId, merchantId), eq(webhooks.id, id)));
  const cancelled = await tx
    .update(deliveries)
    .set({ status: "cancelled", completedAt: now, leaseId: null, isCounted: false })
    .where(
      and(
        eq(deliveries.merchantId, merchantId),
        eq(deliveries.destinationId, id),
        inArray(deliveries.status, ["pending", "held"]),
      ),
    )
    .returning({ id: deliveries.id });
  const detail = { url, cancelled: cancelled.length };
  await recordAudit(tx, ctx, { action: "webhook.deleted", targetId: id, detail });
  return { cancelled: cancelled.length };
}
