import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import { selectWebhooks, type WebhookRow } from "./find-webhook.ts";
import { healthNotice, type ToldState } from "./health-notice.ts";

/** A webhook that fails for a shorter time is not told of: most outages pass by themselves. */
export const failingBeforeToldMinutes = 15;

const batchSize = 100;

/**
 * Tells the people of a merchant that a webhook has failed for 15 minutes, was switched off by Patchbay, or works
 * again: each once. What a person did by hand is not told.
 * @returns how many webhooks were told of
 */
export async function tellOfWebhookHealth(): Promise<{ told: number }> {
  const told = await db().transaction(async (tx) => {
    const rows = await findUntold(tx);
    for (const webhook of rows) await tell(tx, webhook);
    return rows.length;
  });
  if (told > 0) wakeNotices();
  return { told };
}

function findUntold(tx: Tx): Promise<WebhookRow[]> {
  const isOff = inArray(destinations.stateReason, ["gone", "failing"]);
  const isFailing = and(
    eq(destinations.state, "active"),
    lte(destinations.failingSince, sql`now() - make_interval(mins => ${failingBeforeToldMinutes})`),
  );
  const isWell = and(eq(destinations.state, "active"), isNull(destinations.failingSince));
  return selectWebhooks(
    tx,
    and(
      isNull(destinations.deletedAt),
      or(isNotNull(destinations.failingSince), isOff, isNotNull(destinations.toldState)),
      or(
        and(isOff, sql`${destinations.toldState} IS DISTINCT FROM 'disabled'`),
        and(isFailing, isNull(destinations.toldState)),
        and(isWell, isNotNull(destinations.toldState)),
      ),
    ),
  )
    .orderBy(asc(webhooks.id))
    .limit(batchSize)
    .for("no key update", { of: destinations, skipLocked: true });
}

async function tell(tx: Tx, webhook: WebhookRow): Promise<void> {
  const state = stateOf(webhook);
  const said = healthNotice(webhook, state, failingBeforeToldMinutes);
  const last = state === null ? null : await findLastFailure(tx, webhook);
  const about = last === null ? [] : [say("notice_last_attempt"), last];
  await enqueueNotices(tx, { merchantId: webhook.merchantId, webhookId: webhook.id, said, about });
  await tx.update(destinations).set({ toldState: state }).where(eq(destinations.id, webhook.id));
}

function stateOf({ state, failingSince }: WebhookRow): ToldState | null {
  if (state === "disabled") return "disabled";
  return failingSince === null ? null : "failing";
}

async function findLastFailure(tx: Tx, { id, merchantId }: WebhookRow): Promise<Message | null> {
  const [last] = await tx
    .select({ code: attempts.code, params: attempts.params })
    .from(attempts)
    .where(
      and(
        eq(attempts.merchantId, merchantId),
        eq(attempts.destinationId, id),
        sql`${attempts.outcome} <> 'delivered' AND ${attempts.trigger} <> 'test'`,
      ),
    )
    .orderBy(sql`${attempts.id} DESC`)
    .limit(1);
  if (!last) return null;
  const params = last.params ?? {};
  return typeof params.verbatim === "string"
    ? say("verbatim", { text: params.verbatim })
    : { code: last.code, params };
}
