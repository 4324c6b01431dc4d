import { inngest } from "#inngest/client.ts";
import { beginDueSyncs } from "#lib/integrations/sync/begin-due-syncs.ts";
import { runSyncJobs } from "#lib/integrations/sync/run-sync-jobs.ts";
import { wakeSync } from "#lib/integrations/sync/wake-sync.ts";

/** Copies products and orders: at once when asked, and each minute what is due by time. */
export function syncRecordsFunction() {
  return inngest().createFunction(
    {
      id: "sync-records",
      name: "Sync records",
      triggers: [{ event: "sync/ready" }, { cron: "* * * * *" }],
      retries: 0,
    },
    async () => {
      const begun = await beginDueSyncs();
      const report = await runSyncJobs();
      if (report.isMoreDue) wakeSync();
      return { ...begun, ...report };
    },
  );
}
