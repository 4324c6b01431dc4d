import { sql } from "drizzle-orm";
import { integrations } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { claimDue, findNextDue } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { checkHealth } from "./check-health.ts";
import { nextCheckWhileHeld } from "./held-runs.ts";

const atOnce = 5;
/** A run takes nothing more on after this. */
const runMs = 45_000;
/** A healthy one is looked at every six hours, one that needs attention every half an hour, sooner if runs wait for it. */
const healthyEveryMinutes = 360;
const failingEveryMinutes = 30;

const due = {
  table: integrations,
  id: integrations.id,
  dueAt: integrations.nextCheckAt,
  isWaiting: sql`${integrations.status} <> 'disconnected'`,
};

/** Checks the integrations whose turn it is. Each claim moves the next turn, so that two processes do not share one. */
export async function checkDueIntegrations(): Promise<{ checked: number; failed: number }> {
  let failed = 0;
  const work = async (integration: IntegrationRow) => {
    try {
      await checkHealth(integration);
    } catch (error) {
      failed += 1;
      if (!(error instanceof ProviderError)) logger.error({ err: error }, "check broke");
    }
  };
  // Each at its own claim: whoever is claimed has had its turn, also if this process ends before it.
  const { worked } = await workOff({ claim: claimIntegration, work, atOnce, budgetMs: runMs });
  return { checked: worked, failed };
}

/** When the next is to be checked; null = none waits. */
export function findNextCheck(): Promise<Date | null> {
  return findNextDue(due);
}

function claimIntegration(): Promise<IntegrationRow | null> {
  return claimDue({ ...due, lease: { nextCheckAt: nextTurn } });
}

/** Spread over a tenth of the interval, so that what was connected together is not checked together forever. */
const nextTurn = sql`now() + (0.95 + random() * 0.1) * CASE
  WHEN ${integrations.status} = 'connected' THEN make_interval(mins => ${healthyEveryMinutes}::int)
  ELSE coalesce(${nextCheckWhileHeld}, make_interval(mins => ${failingEveryMinutes}::int)) END`;
