import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrationIssues } from "#db/schema/integrations.ts";
import type { ClaimedDelivery, Result } from "#lib/engine/sender.ts";
import type { CallFailureCode } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import { accessCauses } from "#lib/integrations/health/held-runs.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";

/** What a run waits for at a step. */
export type StepHold = NonNullable<Result["held"]>;

/** An account that lets nobody in, and why. */
type NoAccess = { kind: CallFailureCode; said: Message };

/**
 * Whether an earlier run of the same version waits at this step for its connection, which this one
 * must not overtake. What a person tries by hand goes all the same. (The step's state is read on its own for each of the
 * few that are held: joined, all days of the history would be looked through.)
 */
export async function isBehindHeld(
  { id, merchantId, destinationId, version, eventAt, trigger }: ClaimedDelivery,
  { position, integrationId }: { position: number; integrationId: string },
): Promise<boolean> {
  if (trigger === "manual") return false;
  const rows = await db().execute(sql`
    SELECT 1 FROM delivery_queue queue
    WHERE queue.merchant_id = ${merchantId} AND queue.held_id = ${integrationId} AND queue.held_for = 'connection'
      AND queue.destination_id = ${destinationId} AND queue.version = ${version}
      AND (queue.event_at, queue.delivery_id) < (${eventAt}::timestamptz, ${id})
      AND (SELECT step.status FROM delivery_steps step WHERE step.merchant_id = ${merchantId}
        AND step.delivery_id = queue.delivery_id AND step.position = ${position}) = 'held' LIMIT 1`);
  return rows.length > 0;
}

/**
 * Whether an account is known to let nobody in. Then it is not asked at all: a check finds out when it heals, and until
 * then no run overtakes those that are held.
 */
export async function knownNoAccess({ id, status }: IntegrationRow): Promise<NoAccess | null> {
  if (status !== "needs_attention") return null;
  const [issue] = await db()
    .select({
      cause: integrationIssues.cause,
      code: integrationIssues.code,
      params: integrationIssues.params,
    })
    .from(integrationIssues)
    .where(
      and(
        eq(integrationIssues.integrationId, id),
        isNull(integrationIssues.closedAt),
        inArray(integrationIssues.cause, [...accessCauses]),
      ),
    )
    .limit(1);
  if (!issue) return null;
  const kind = issue.cause === "account_closed" ? "account_closed" : "auth";
  return { kind, said: { code: issue.code, params: issue.params } };
}
