import { checkAfterRelease } from "#lib/automations/drift/check-due.ts";
import { ensurePlatformBooks } from "#lib/books/platform/ensure-platform-books.ts";
import { tellOfHealth } from "#lib/destinations/tell-of-health.ts";
import { cancelOrphans } from "#lib/engine/destination-state.ts";
import { endHeld } from "#lib/engine/end-held.ts";
import { releaseHealed } from "#lib/integrations/health/held-runs.ts";
import { beginDueSyncs } from "#lib/integrations/sync/begin-due-syncs.ts";
import { ensurePaymentAccounts } from "#lib/ledger/looks/payment-account.ts";
import { foldMonths } from "#lib/operator/revenue/fold-months.ts";
import { defineJob } from "../define-job.ts";
import { queueJobs } from "../queues.ts";
import { wake } from "../wake.ts";

/** What is done each minute, in this order. Each may run in several processes at once. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  cancelOrphans,
  endHeld,
  releaseHealed,
  checkAfterRelease: () => checkAfterRelease(),
  wakeDueQueues,
  tellOfHealth,
  beginDueSyncs,
  ensurePaymentAccounts,
  ensurePlatformBooks,
  foldMonths,
};

/** Each minute: what nobody wakes for, and what a lost wake-up or a dead process left behind. */
export const tickJob = defineJob({
  id: "tick",
  name: "Tick",
  cron: "* * * * *",
  retries: 0,
  run: () => runAll(parts),
});

/**
 * Runs every part, also after one that breaks.
 * @throws once all have run, with what broke and in which
 */
export async function runAll(all: typeof parts): Promise<Record<string, unknown>> {
  const report: Record<string, unknown> = {};
  const broken: string[] = [];
  const causes: unknown[] = [];
  for (const [name, part] of Object.entries(all)) {
    try {
      report[name] = await part();
    } catch (error) {
      broken.push(name);
      causes.push(error);
    }
  }
  if (broken.length > 0) throw new Error(`These broke: ${broken.join(", ")}.`, { cause: causes[0] });
  return report;
}

/** Wakes the queues that have something due. @returns the jobs that were woken */
async function wakeDueQueues(): Promise<string[]> {
  const woken: string[] = [];
  for (const { id, event, queue } of queueJobs) {
    const nextDueAt = await queue.findNextDueAt();
    if (nextDueAt === null || nextDueAt.getTime() > Date.now()) continue;
    wake(event);
    woken.push(id);
  }
  return woken;
}
