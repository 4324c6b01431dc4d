import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { stopDestination } from "#lib/engine/destination-state.ts";
import { selectWebhooks } from "./find-webhook.ts";
import { removeWebhook } from "./remove-webhook.ts";

/**
 * What follows when an endpoint says that it is gone (410). A webhook of a person's is switched off: they may have
 * another address for it. One that an app subscribed is deleted: the app subscribes again when it wants events again.
 * The transaction has locked the webhook.
 * @returns whether it was on
 */
export async function retireWebhook(tx: Tx, webhookId: string): Promise<boolean> {
  const [webhook] = await selectWebhooks(tx, and(eq(webhooks.id, webhookId), isNull(destinations.deletedAt)));
  if (!webhook) return false;
  if (webhook.origin === null) return stopDestination(tx, webhookId, { state: "disabled", reason: "gone" });
  await removeWebhook(tx, systemCtx(webhook.merchantId, "retire-webhook"), webhook);
  return webhook.state === "active";
}
