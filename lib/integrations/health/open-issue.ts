import { and, eq, gt, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { wakeAnnouncements } from "#lib/events/wake-announcements.ts";
import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import { newId } from "#lib/ids.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import type { IntegrationRow } from "../integration-row.ts";
import type { IssueCause } from "../schema.ts";
import { causeRules } from "./causes.ts";
import { errorEvent } from "./error-event.ts";

const noticePauseMs = 24 * 60 * 60_000;

/** What is failing is looked at again in half an hour, not at the next turn of the healthy. */
export const soonChecked = sql`least(${integrations.nextCheckAt}, now() + interval '30 minutes')`;

/**
 * Says once what is wrong with an integration: a cause that is open already changes nothing. Opening one sends
 * `integration.error` and plans the notice.
 * @returns whether it is news
 */
export async function openIssue(
  integration: IntegrationRow,
  issue: { cause: IssueCause; said: Message; detail?: string | undefined },
): Promise<boolean> {
  const { id: integrationId, merchantId } = integration;
  const isNews = await db().transaction(async (tx) => {
    const [locked] = await tx
      .select({ id: integrations.id })
      .from(integrations)
      .where(and(eq(integrations.id, integrationId), ne(integrations.status, "disconnected")))
      .for("no key update");
    if (!locked) return false;
    const noticeAfterMs = (await hadSameLately(tx, integrationId, issue.cause))
      ? noticePauseMs
      : causeRules[issue.cause].noticeAfterMs;
    const opened = await tx
      .insert(integrationIssues)
      .values({
        id: newId("iss"),
        merchantId,
        integrationId,
        cause: issue.cause,
        ...kept(issue.said),
        detail: issue.detail ?? null,
        noticeDueAt: sql`now() + ${noticeAfterMs} * interval '1 millisecond'`,
      })
      .onConflictDoNothing()
      .returning({ id: integrationIssues.id });
    if (opened.length === 0) return false;
    await tx
      .update(integrations)
      .set({ status: "needs_attention", nextCheckAt: soonChecked })
      .where(eq(integrations.id, integrationId));
    await insertEvents(tx, merchantId, "patchbay", [
      await errorEvent(tx, integration, issue.cause, issue.said),
    ]);
    return true;
  });
  if (isNews) {
    wakeDeliveries();
    wakeAnnouncements();
    wakeNotices();
  }
  return isNews;
}

/** What comes and goes is told by email once a day at most. */
async function hadSameLately(tx: Tx, integrationId: string, cause: IssueCause): Promise<boolean> {
  const since = sql`now() - ${noticePauseMs} * interval '1 millisecond'`;
  const rows = await tx
    .select({ id: integrationIssues.id })
    .from(integrationIssues)
    .where(
      and(
        eq(integrationIssues.integrationId, integrationId),
        eq(integrationIssues.cause, cause),
        gt(integrationIssues.openedAt, since),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
