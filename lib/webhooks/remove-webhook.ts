import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { deleteDestination } from "#lib/engine/destination-state.ts";
import type { WebhookRow } from "./find-webhook.ts";

/**
 * Deletes a webhook that the transaction has locked, and cancels what waits for it. Its log stays.
 * @returns how many deliveries were cancelled
 */
export async function removeWebhook(
  tx: Tx,
  ctx: Ctx,
  { id, url }: Pick<WebhookRow, "id" | "url">,
): Promise<{ cancelled: number }> {
  await tx.update(webhooks).set({ subscriptionKey: null }).where(eq(webhooks.id, id));
  const cancelled = await deleteDestination(tx, id);
  await recordAudit(tx, ctx, { action: "webhook.deleted", targetId: id, detail: { url, cancelled } });
  return { cancelled };
}
