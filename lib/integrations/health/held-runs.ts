import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { releaseHeld } from "#lib/engine/release-held.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import type { IntegrationRow } from "../integration-row.ts";
import type { IssueCause } from "../schema.ts";

/** While one of these is open the account lets nobody in. */
export const accessCauses: readonly IssueCause[] = ["expired", "revoked", "account_closed"];
/** And with one of these, some runs wait for the connection. */
const holdingCauses: readonly IssueCause[] = [...accessCauses, "scope_missing"];

type Own = Pick<IntegrationRow, "id" | "merchantId">;

/**
 * Lets the runs go on that wait for a connection, unless its account lets nobody in. A permission that is still missing
 * stops again only those that need it. The transaction has locked the integration; wake deliveries once it has committed.
 * @param isUrgent somebody has put the connection right
 * @returns how many were let go
 */
export async function releaseHeldRuns(
  tx: Tx,
  { id, merchantId }: Own,
  { isUrgent = false } = {},
): Promise<number> {
  return (await isOpen(tx, id, accessCauses)) ? 0 : releaseHeld(tx, merchantId, id, { isUrgent });
}

/**
 * Lets runs go on that were held just now, if what they wait for has come meanwhile: a run that meets a dead account may
 * be written down only after that has healed.
 */
export async function releaseIfHealed(integrationId: string): Promise<void> {
  const released = await db().transaction(async (tx) => {
    const [row] = await tx
      .select({ id: integrations.id, merchantId: integrations.merchantId })
      .from(integrations)
      .where(and(eq(integrations.id, integrationId), ne(integrations.status, "disconnected")))
      .for("no key update");
    if (!row || (await isOpen(tx, row.id, holdingCauses))) return 0;
    return releaseHeld(tx, row.merchantId, row.id);
  });
  if (released > 0) wakeDeliveries();
}

/** Each minute: lets runs go on that a process which died has left held by a connection that is well. */
export async function releaseHealed(): Promise<{ connections: number }> {
  const rows = await db().execute<{ id: string }>(sql`
    SELECT integrations.id FROM integrations
    WHERE integrations.status <> 'disconnected'
      AND id IN (SELECT held_id FROM delivery_queue WHERE held_for IS NOT NULL AND held_id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM integration_issues issue WHERE issue.integration_id = integrations.id
        AND issue.closed_at IS NULL AND ${inArray(sql`issue.cause`, [...holdingCauses])})`);
  for (const { id } of rows) await releaseIfHealed(id);
  return { connections: rows.length };
}

/** How soon a connection is looked at again that runs wait for: the longer it has been failing, the later. */
const checkPause = sql`least(interval '30 minutes', greatest(interval '15 seconds', now() - (
  SELECT min(opened_at) FROM integration_issues
  WHERE integration_id = ${integrations.id} AND opened_at > now() - interval '1 hour')))`;

/** When a connection that is not well is checked next, if runs wait for it. */
export const nextCheckWhileHeld = sql`CASE WHEN EXISTS (SELECT 1 FROM delivery_queue
  WHERE delivery_queue.merchant_id = ${integrations.merchantId} AND held_id = ${integrations.id} AND held_for IS NOT NULL)
  THEN ${checkPause} END`;

/** A run has begun to wait for a connection: it is asked soon whether it has healed. */
export async function checkSoon(integrationId: string): Promise<void> {
  await db()
    .update(integrations)
    .set({ nextCheckAt: sql`least(${integrations.nextCheckAt}, now() + ${checkPause})` })
    .where(and(eq(integrations.id, integrationId), eq(integrations.status, "needs_attention")));
}

async function isOpen(tx: Tx, integrationId: string, causes: readonly IssueCause[]): Promise<boolean> {
  const [issue] = await tx
    .select({ id: integrationIssues.id })
    .from(integrationIssues)
    .where(
      and(
        eq(integrationIssues.integrationId, integrationId),
        isNull(integrationIssues.closedAt),
        inArray(integrationIssues.cause, [...causes]),
      ),
    )
    .limit(1);
  return issue !== undefined;
}
