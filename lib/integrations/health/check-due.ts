import { and, asc, inArray, lte, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { checkHealth } from "./check-health.ts";

const batchSize = 50;
const atOnce = 5;
/** A healthy one is looked at every six hours, one that needs attention every half an hour. */
const healthyEveryMinutes = 360;
const unwellEveryMinutes = 30;

/** Checks the integrations whose turn it is. Each claim moves the next turn, so that two processes do not share one. */
export async function checkDueIntegrations(): Promise<{ checked: number; failed: number }> {
  const due = await claimDue();
  let failed = 0;
  for (let start = 0; start < due.length; start += atOnce) {
    const results = await Promise.allSettled(due.slice(start, start + atOnce).map(checkHealth));
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      failed += 1;
      if (!(result.reason instanceof ProviderError)) logger.error({ err: result.reason }, "check broke");
    }
  }
  return { checked: due.length, failed };
}

async function claimDue(): Promise<IntegrationRow[]> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({ id: integrations.id })
      .from(integrations)
      .where(
        and(
          lte(integrations.nextCheckAt, sql`statement_timestamp()`),
          ne(integrations.status, "disconnected"),
        ),
      )
      .orderBy(asc(integrations.nextCheckAt))
      .limit(batchSize)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return [];
    return tx
      .update(integrations)
      .set({ nextCheckAt: nextTurn })
      .where(
        inArray(
          integrations.id,
          rows.map(({ id }) => id),
        ),
      )
      .returning();
  });
}

/** Spread over a tenth of the interval, so that what was connected together is not checked together for ever. */
const nextTurn = sql`now() + (CASE WHEN ${integrations.status} = 'connected' THEN ${healthyEveryMinutes}::int ELSE ${unwellEveryMinutes}::int END)
  * (0.95 + random() * 0.1) * interval '1 minute'`;
