import { inArray } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { env } from "#lib/env.ts";
import { insertEvents, type NewEvent } from "#lib/events/insert-events.ts";
import { newId } from "#lib/ids.ts";
import { disableForFailing } from "#lib/webhooks/disable-webhook.ts";
import { retireWebhook } from "#lib/webhooks/retire-webhook.ts";
import { markFailing, markWell } from "#lib/webhooks/webhook-health.ts";
import type { Attempt } from "./conclude-attempt.ts";
import { wakeDeliveries } from "./wake.ts";
import { writeAttempts } from "./write-attempts.ts";

/**
 * Records a batch of attempts with all that follows from them, in one transaction: the log, the state of each
 * delivery, the health of the webhooks, and the `webhook.*` events. Without such consequences it is one statement.
 */
export async function recordAttempts(attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  if (!attempts.some(hasConsequences)) {
    await writeAttempts(db(), attempts);
    return;
  }
  const queued = await db().transaction(async (tx) => {
    await lockWebhooks(tx, attempts);
    const moved = await writeAttempts(tx, attempts);
    const current = attempts.filter((attempt) => moved.has(attempt.delivery.id));
    const disabled = await updateWebhooks(tx, current);
    return insertConsequences(tx, current, disabled);
  });
  if (queued) wakeDeliveries();
}

/** Webhooks before their deliveries, in the order of their ids: as everyone does who locks both. */
async function lockWebhooks(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  const ids = [...new Set(attempts.map((attempt) => attempt.delivery.destinationId))];
  await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(inArray(webhooks.id, ids))
    .orderBy(webhooks.id)
    .for("no key update");
}

function hasConsequences(attempt: Attempt): boolean {
  if (attempt.delivery.isTest) return attempt.isGone;
  const isHealthChanged = (attempt.outcome === "delivered") !== (attempt.destination.failingSince === null);
  return isHealthChanged || attempt.outcome === "failed" || consequenceOf(attempt, new Set()) !== null;
}

/** @returns the ids of the webhooks that were switched off or ended */
async function updateWebhooks(tx: Tx, attempts: readonly Attempt[]): Promise<Set<string>> {
  const disabled = new Set<string>();
  const byWebhook = Map.groupBy(attempts, (attempt) => attempt.delivery.destinationId);
  for (const [webhookId, own] of byWebhook) {
    const counted = own.filter((attempt) => !attempt.delivery.isTest);
    const first = counted[0];
    if (counted.some((attempt) => attempt.outcome === "delivered")) {
      if (first?.destination.failingSince !== null) await markWell(tx, webhookId);
    } else if (first && first.destination.failingSince === null) {
      await markFailing(tx, webhookId, first.startedAt);
    }
    if (own.some((attempt) => attempt.isGone)) {
      if (await retireWebhook(tx, webhookId)) disabled.add(webhookId);
    } else if (counted.some((attempt) => attempt.outcome === "failed")) {
      if (await disableForFailing(tx, webhookId)) disabled.add(webhookId);
    }
  }
  return disabled;
}

async function insertConsequences(
  tx: Tx,
  attempts: readonly Attempt[],
  disabled: Set<string>,
): Promise<boolean> {
  let hasDeliveries = false;
  const byMerchant = Map.groupBy(attempts, (attempt) => attempt.delivery.merchantId);
  for (const [merchantId, own] of byMerchant) {
    const events = own.flatMap((attempt) => consequenceOf(attempt, disabled) ?? []);
    if (events.length === 0) continue;
    const inserted = await insertEvents(tx, merchantId, "patchbay", events);
    hasDeliveries ||= [...inserted.values()].some((total) => total > 0);
  }
  return hasDeliveries;
}

/** The event that tells of an attempt's end; null for tests, retries, and events that are such news themselves. */
function consequenceOf(attempt: Attempt, disabled: Set<string>): NewEvent | null {
  const { delivery } = attempt;
  if (delivery.isTest || attempt.outcome === "retrying" || delivery.eventType.startsWith("webhook."))
    return null;
  const isTriggered = attempt.outcome === "delivered";
  if (isTriggered && !attempt.destination.isTriggeredWanted && !env().usesInngestServer) return null;
  const data = {
    deliveryId: delivery.id,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    webhookId: delivery.destinationId,
    url: attempt.url,
    attempts: attempt.number,
    statusCode: attempt.statusCode,
  };
  const failure = { reason: attempt.message, isWebhookDisabled: disabled.has(delivery.destinationId) };
  return {
    id: newId("evt"),
    type: isTriggered ? "webhook.triggered" : "webhook.failed",
    data: isTriggered ? data : { ...data, ...failure },
    occurredAt: new Date(),
  };
}
