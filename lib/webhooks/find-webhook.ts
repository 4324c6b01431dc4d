import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { notFound } from "#lib/errors.ts";

export type WebhookRow = typeof webhooks.$inferSelect;

/**
 * As findWebhook, and nobody else changes the webhook until the transaction ends. Whoever locks deliveries too locks
 * their webhook first.
 * @throws {AppError} 404 for a webhook that is not there, is deleted, or is another merchant's
 */
export async function lockWebhook(tx: Tx, merchantId: string, id: string): Promise<WebhookRow> {
  await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.merchantId, merchantId), eq(webhooks.id, id)))
    .for("no key update");
  return findWebhook(tx, merchantId, id);
}

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
