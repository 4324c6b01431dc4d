import { inngest } from "#inngest/client.ts";
import { beginDueSyncs } from "#lib/integrations/sync/begin-due-syncs.ts";
import { runSyncJobs } from "#lib/integrations/sync/run-sync-jobs.ts";

/** Copies products and orders: at once when asked, and each minute what is due by time. */
export function syncRecordsFunction() {
  return inngest().createFunction(
    {
      id: "sync-records",
      name: "Sync records",
      triggers: [{ event: "sync/ready" }, { cron: "* * * * *" }],
      retries: 0,
    },
    async () => ({ ...(await beginDueSyncs()), ...(await runSyncJobs()) }),
  );
}
