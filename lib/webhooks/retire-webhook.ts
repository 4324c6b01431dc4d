import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { disableWebhook } from "./disable-webhook.ts";
import { removeWebhook } from "./remove-webhook.ts";

/**
 * What follows when an endpoint says that it is gone (410). A webhook of a person's is switched off: they may have
 * another address for it. One that an app subscribed is deleted: the app subscribes anew when it wants events again.
 * The transaction has locked the webhook.
 * @returns whether it was on
 */
export async function retireWebhook(tx: Tx, webhookId: string): Promise<boolean> {
  const [webhook] = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, webhookId), isNull(webhooks.deletedAt)));
  if (!webhook) return false;
  if (webhook.origin === null) return disableWebhook(tx, webhookId, "gone");
  await removeWebhook(tx, systemCtx(webhook.merchantId, "retire-webhook"), webhook);
  return webhook.status === "active";
}
