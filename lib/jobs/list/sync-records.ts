import { findNextSyncJob, runSyncJobs } from "#lib/integrations/sync/run-sync-jobs.ts";
import { defineQueue } from "../define-job.ts";

/** Copies products and orders. */
export const syncRecordsJob = defineQueue({
  id: "sync-records",
  name: "Sync records",
  event: "sync/ready",
  pollMs: 5_000,
  drain: async () => ({ ...(await runSyncJobs()), nextDueAt: await findNextSyncJob() }),
  findNextDueAt: findNextSyncJob,
});
