import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { automationHealth } from "#lib/automations/health-notice.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { lookUp } from "#lib/look-up.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import { webhookHealth } from "#lib/webhooks/health-notice.ts";
import { failingBeforeToldMinutes, type HealthNotice, type ToldState } from "../deliveries/health-notice.ts";

/** Every kind of destination whose health people are told of. */
const notices: Readonly<Record<string, HealthNotice>> = {
  webhook: webhookHealth,
  automation: automationHealth,
};
const batchSize = 100;

type Destination = Pick<
  typeof destinations.$inferSelect,
  "id" | "merchantId" | "kind" | "state" | "failingSince"
>;

/**
 * Tells the people of a merchant that a webhook or an automation has failed for 15 minutes, was switched off by
 * Patchbay, or works again: each once. What a person did by hand is not told.
 * @returns of how many they were told
 */
export async function tellOfHealth(): Promise<{ told: number }> {
  const told = await db().transaction(async (tx) => {
    const rows = await tx
      .select({
        id: destinations.id,
        merchantId: destinations.merchantId,
        kind: destinations.kind,
        state: destinations.state,
        failingSince: destinations.failingSince,
      })
      .from(destinations)
      .where(and(inArray(destinations.kind, Object.keys(notices)), hasHealthToTell()))
      .orderBy(asc(destinations.id))
      .limit(batchSize)
      .for("no key update", { skipLocked: true });
    for (const destination of rows) await tell(tx, destination);
    return rows.length;
  });
  if (told > 0) wakeNotices();
  return { told };
}

async function tell(tx: Tx, destination: Destination): Promise<void> {
  const { id, merchantId, kind } = destination;
  const state = stateToTell(destination);
  const notice = await lookUp(notices, kind)?.(tx, destination, state);
  if (!notice) return;
  const { entitle, ...told } = notice;
  const failure = state === null ? [] : await lastFailure(tx, destination);
  const about = entitle === undefined ? failure : failure.map(entitle);
  await enqueueNotices(tx, { merchantId, ...told, about });
  await tx.update(destinations).set({ toldState: state }).where(eq(destinations.id, id));
}

function hasHealthToTell(): SQL | undefined {
  const isOff = inArray(destinations.stateReason, ["gone", "failing"]);
  const isFailing = and(
    eq(destinations.state, "active"),
    lte(destinations.failingSince, sql`now() - make_interval(mins => ${failingBeforeToldMinutes})`),
  );
  const isWell = and(eq(destinations.state, "active"), isNull(destinations.failingSince));
  return and(
    isNull(destinations.deletedAt),
    or(isNotNull(destinations.failingSince), isOff, isNotNull(destinations.toldState)),
    or(
      and(isOff, sql`${destinations.toldState} IS DISTINCT FROM 'disabled'`),
      and(isFailing, isNull(destinations.toldState)),
      and(isWell, isNotNull(destinations.toldState)),
    ),
  );
}

/** Which of these it is; null = it works again. */
function stateToTell({ state, failingSince }: Destination): ToldState | null {
  if (state === "disabled") return "disabled";
  return failingSince === null ? null : "failing";
}

/** What the last attempt that failed met, tests aside, led in for a notice; empty = none is kept. */
async function lastFailure(tx: Tx, { id, merchantId }: Destination): Promise<Message[]> {
  const [last] = await tx
    .select({ code: attempts.code, params: attempts.params })
    .from(attempts)
    .where(
      and(
        eq(attempts.merchantId, merchantId),
        eq(attempts.destinationId, id),
        sql`${attempts.outcome} IN ('retrying', 'failed') AND ${attempts.trigger} <> 'test'`,
      ),
    )
    .orderBy(sql`${attempts.id} DESC`)
    .limit(1);
  if (!last) return [];
  const params = last.params ?? {};
  const said =
    typeof params.verbatim === "string"
      ? say("verbatim", { text: params.verbatim })
      : { code: last.code, params };
  return [say("notice_last_attempt"), said];
}
