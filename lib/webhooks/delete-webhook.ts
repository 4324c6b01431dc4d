import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { lockWebhook } from "./find-webhook.ts";
import { webhookIdInput } from "./schema.ts";

/**
 * Deletes a webhook. What waits for it is cancelled; its log stays.
 * @throws {AppError} 404 for another merchant's webhook
 */
export async function deleteWebhook({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ cancelled: number }> {
  authorise(ctx, "webhooks:write");
  const { id } = parseInput(webhookIdInput, input);
  return db().transaction(async (tx) => {
    const webhook = await lockWebhook(tx, ctx.merchantId, id);
    const now = new Date();
    await tx
      .update(webhooks)
      .set({ deletedAt: now, status: "disabled", updatedAt: now })
      .where(and(eq(webhooks.merchantId, ctx.merchantId), eq(webhooks.id, id)));
    const cancelled = await tx
      .update(deliveries)
      .set({ status: "cancelled", completedAt: now, leaseId: null, isCounted: false })
      .where(
        and(
          eq(deliveries.merchantId, ctx.merchantId),
          eq(deliveries.destinationId, id),
          inArray(deliveries.status, ["pending", "held"]),
        ),
      )
      .returning({ id: deliveries.id });
    const detail = { url: webhook.url, cancelled: cancelled.length };
    await recordAudit(tx, ctx, { action: "webhook.deleted", targetId: id, detail });
    return { cancelled: cancelled.length };
  });
}
