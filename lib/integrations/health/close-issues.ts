import { and, eq, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import type { IssueCause } from "../schema.ts";
import { releaseHeldRuns } from "./held-runs.ts";

/** Which of them, by how their detail begins: what was met in one call is not over because of another. */
type Which = { detailPrefix?: string; exceptPrefix?: string };

/**
 * Closes what has healed; an integration without an open issue is connected again, and the runs that waited for it go on.
 */
export async function closeIssues(
  integrationId: string,
  causes: readonly IssueCause[],
  which: Which = {},
): Promise<void> {
  const released = await db().transaction((tx) => closeIssuesIn(tx, integrationId, causes, which));
  if (released > 0) wakeDeliveries();
}

/** The same within a transaction. @returns how many runs go on: wake deliveries once it has committed */
export async function closeIssuesIn(
  tx: Tx,
  integrationId: string,
  causes: readonly IssueCause[],
  { detailPrefix, exceptPrefix }: Which = {},
): Promise<number> {
  // The integration first, as openIssue does it.
  const [locked] = await tx
    .select({ id: integrations.id, merchantId: integrations.merchantId, status: integrations.status })
    .from(integrations)
    .where(eq(integrations.id, integrationId))
    .for("no key update");
  const isOpen = and(eq(integrationIssues.integrationId, integrationId), isNull(integrationIssues.closedAt));
  const isOfDetail =
    detailPrefix === undefined ? undefined : sql`starts_with(${integrationIssues.detail}, ${detailPrefix})`;
  const isException =
    exceptPrefix === undefined
      ? undefined
      : sql`NOT starts_with(coalesce(${integrationIssues.detail}, ''), ${exceptPrefix})`;
  await tx
    .update(integrationIssues)
    .set({ closedAt: new Date(), noticeDueAt: null })
    .where(and(isOpen, inArray(integrationIssues.cause, [...causes]), isOfDetail, isException));
  await tx
    .update(integrations)
    .set({ status: "connected" })
    .where(
      and(
        eq(integrations.id, integrationId),
        ne(integrations.status, "disconnected"),
        notExists(tx.select({ id: integrationIssues.id }).from(integrationIssues).where(isOpen)),
      ),
    );
  return locked && locked.status !== "disconnected" ? releaseHeldRuns(tx, locked) : 0;
}
