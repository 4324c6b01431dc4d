import { and, asc, inArray, lte, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { checkHealth } from "./check-health.ts";

const batchSize = 5;
/** The next run comes in a minute. */
const runMs = 45_000;
/** A healthy one is looked at every six hours, one that needs attention every half an hour. */
const healthyEveryMinutes = 360;
const unwellEveryMinutes = 30;

/** Checks the integrations whose turn it is. Each claim moves the next turn, so that two processes do not share one. */
export async function checkDueIntegrations(): Promise<{ checked: number; failed: number }> {
  const deadline = Date.now() + runMs;
  let checked = 0;
  let failed = 0;
  // A few at a time: whoever is claimed has had its turn, also if this run ends before it.
  for (let due = await claimDue(); due.length > 0; due = await claimDue()) {
    const results = await Promise.allSettled(due.map(checkHealth));
    checked += due.length;
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      failed += 1;
      if (!(result.reason instanceof ProviderError)) logger.error({ err: result.reason }, "check broke");
    }
    if (Date.now() > deadline) break;
  }
  return { checked, failed };
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
