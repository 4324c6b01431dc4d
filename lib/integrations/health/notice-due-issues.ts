import { and, asc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { say } from "#lib/failures/say.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import { findNextDue } from "#lib/work/claim-due.ts";
import { getManifest } from "../integration-row.ts";
import { causeRules } from "./causes.ts";

const batchSize = 100;

/** Writes the emails about issues that are still open when their time has come: once for each issue. */
export async function noticeDueIssues(): Promise<{ noticed: number }> {
  const noticed = await db().transaction(async (tx) => {
    const due = await tx
      .select({ issue: integrationIssues, integration: integrations })
      .from(integrationIssues)
      .innerJoin(integrations, eq(integrations.id, integrationIssues.integrationId))
      .where(
        and(
          lte(integrationIssues.noticeDueAt, sql`statement_timestamp()`),
          isNull(integrationIssues.closedAt),
        ),
      )
      .orderBy(asc(integrationIssues.noticeDueAt))
      .limit(batchSize)
      .for("update", { of: integrationIssues, skipLocked: true });
    for (const { issue, integration } of due) {
      const { name } = getManifest(integration);
      await enqueueNotices(tx, {
        merchantId: integration.merchantId,
        integrationId: integration.id,
        said: say(causeRules[issue.cause].notice, { app: name, account: integration.accountLabel }),
        about: [{ code: issue.code, params: issue.params }],
      });
      await tx.update(integrationIssues).set({ noticeDueAt: null }).where(eq(integrationIssues.id, issue.id));
    }
    return due.length;
  });
  if (noticed > 0) wakeNotices();
  return { noticed };
}

/** When the next issue is to be told of, unless it closes before; null = none waits. */
export function findNextIssueNotice(): Promise<Date | null> {
  return findNextDue({
    table: integrationIssues,
    dueAt: integrationIssues.noticeDueAt,
    isWaiting: and(isNotNull(integrationIssues.noticeDueAt), isNull(integrationIssues.closedAt)),
  });
}
