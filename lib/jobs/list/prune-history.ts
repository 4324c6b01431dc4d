import { pruneHistory } from "#lib/maintenance/prune-history.ts";
import { defineJob } from "../define-job.ts";

/** Each hour: drops what is kept for a time only. */
export const pruneHistoryJob = defineJob({
  id: "prune-history",
  name: "Prune history",
  cron: "17 * * * *",
  run: () => pruneHistory(),
});
