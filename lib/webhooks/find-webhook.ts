import { and, eq, getTableColumns, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { notFound } from "#lib/errors.ts";

/** Webhooks with what they are as destinations. */
export function selectWebhooks(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ ...getTableColumns(destinations), ...getTableColumns(webhooks) })
    .from(webhooks)
    .innerJoin(destinations, eq(destinations.id, webhooks.id))
    .where(where)
    .$dynamic();
}

export type WebhookRow = Awaited<ReturnType<typeof selectWebhooks>>[number];

/**
 * As findWebhook, and nobody else changes the webhook until the transaction ends. Whoever locks deliveries too locks
 * their destination first.
 * @throws {AppError} 404 for a webhook that is not there, is deleted, or is another merchant's
 */
export async function lockWebhook(tx: Tx, merchantId: string, id: string): Promise<WebhookRow> {
  await tx
    .select({ id: destinations.id })
    .from(destinations)
    .where(and(eq(destinations.merchantId, merchantId), eq(destinations.id, id)))
    .for("no key update");
  return findWebhook(tx, merchantId, id);
}

/** @throws {AppError} 404 for a webhook that is not there, is deleted, or is another merchant's */
export async function findWebhook(tx: Tx, merchantId: string, id: string): Promise<WebhookRow> {
  const rows = await selectWebhooks(
    tx,
    and(eq(webhooks.merchantId, merchantId), eq(webhooks.id, id), isNull(destinations.deletedAt)),
  );
  const row = rows[0];
  if (!row) throw notFound("webhook");
  return row;
}
