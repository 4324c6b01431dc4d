import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { notFound } from "#lib/errors.ts";

export type WebhookRow = typeof webhooks.$inferSelect;

/** @throws {AppError} 404 for a webhook that is not there, is deleted, or is another merchant's */
export async function findWebhook(tx: Tx, merchantId: string, id: string): Promise<WebhookRow> {
  const rows = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.merchantId, merchantId), eq(webhooks.id, id), isNull(webhooks.deletedAt)));
  const row = rows[0];
  if (!row) throw notFound("webhook");
  return row;
}
