import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrationIssues } from "#db/schema/integrations.ts";
import type { Result } from "#lib/engine/sender.ts";
import type { CallFailureCode } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import { accessCauses } from "#lib/integrations/health/held-runs.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";

/** What a run waits for at a step. */
export type StepHold = NonNullable<Result["held"]>;

/** An account that lets nobody in, and why. */
type NoAccess = { kind: CallFailureCode; said: Message };

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
