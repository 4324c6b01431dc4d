import { and, eq, lt } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { webhooks } from "#db/schema/webhooks.ts";

/** A webhook that has failed without a break for so long is switched off when a delivery gives up. */
const longestFailureMs = 5 * 24 * 60 * 60 * 1_000;

/**
 * Switches a webhook off and holds what waits for it: nothing is lost, and nothing more is sent.
 * @returns whether it was on
 */
export async function disableWebhook(
  tx: Tx,
  webhookId: string,
  reason: "gone" | "failing" | "manual",
  failingBefore?: Date,
): Promise<boolean> {
  const isActive = and(eq(webhooks.id, webhookId), eq(webhooks.status, "active"));
  const changed = await tx
    .update(webhooks)
    .set({
      status: "disabled",
      disabledReason: reason,
      disabledAt: new Date(),
      updatedAt: new Date(),
      // Whoever switches it off by hand knows of it, and is not told later that it works again.
      ...(reason === "manual" ? { toldState: null } : {}),
    })
    .where(failingBefore ? and(isActive, lt(webhooks.failingSince, failingBefore)) : isActive)
    .returning({ id: webhooks.id });
  if (changed.length === 0) return false;
  await tx
    .update(deliveries)
    .set({ status: "held" })
    .where(and(eq(deliveries.destinationId, webhookId), eq(deliveries.status, "pending")));
  return true;
}

/** Switches off a webhook that has failed without a break for five days. */
export function disableForFailing(tx: Tx, webhookId: string): Promise<boolean> {
  return disableWebhook(tx, webhookId, "failing", new Date(Date.now() - longestFailureMs));
}

/** Switches a webhook on again and sends what was held. */
export async function enableWebhook(tx: Tx, webhookId: string): Promise<void> {
  await tx
    .update(webhooks)
    .set({
      status: "active",
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
      toldState: null,
      updatedAt: new Date(),
    })
    .where(eq(webhooks.id, webhookId));
  await tx
    .update(deliveries)
    .set({ status: "pending", dueAt: new Date(), leaseId: null, isCounted: false })
    .where(and(eq(deliveries.destinationId, webhookId), eq(deliveries.status, "held")));
}
