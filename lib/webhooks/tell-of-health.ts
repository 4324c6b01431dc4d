import { asc, eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import {
  failingBeforeToldMinutes,
  hasHealthToTell,
  lastFailureToTell,
  stateToTell,
} from "#lib/deliveries/health-to-tell.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import { selectWebhooks, type WebhookRow } from "./find-webhook.ts";
import { healthNotice } from "./health-notice.ts";

const batchSize = 100;

/**
 * Tells the people of a merchant that a webhook has failed for 15 minutes, was switched off by Patchbay, or works
 * again: each once. What a person did by hand is not told.
 * @returns how many webhooks were told of
 */
export async function tellOfWebhookHealth(): Promise<{ told: number }> {
  const told = await db().transaction(async (tx) => {
    const rows = await selectWebhooks(tx, hasHealthToTell())
      .orderBy(asc(webhooks.id))
      .limit(batchSize)
      .for("no key update", { of: destinations, skipLocked: true });
    for (const webhook of rows) await tell(tx, webhook);
    return rows.length;
  });
  if (told > 0) wakeNotices();
  return { told };
}

async function tell(tx: Tx, webhook: WebhookRow): Promise<void> {
  const state = stateToTell(webhook);
  const said = healthNotice(webhook, state, failingBeforeToldMinutes);
  const about = state === null ? [] : await lastFailureToTell(tx, webhook);
  await enqueueNotices(tx, { merchantId: webhook.merchantId, webhookId: webhook.id, said, about });
  await tx.update(destinations).set({ toldState: state }).where(eq(destinations.id, webhook.id));
}
