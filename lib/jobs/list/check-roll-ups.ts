import { checkRollUps } from "#lib/revenue/roll-ups/check-roll-ups.ts";
import { defineJob } from "../define-job.ts";

/** Each night: whether what reports tell is what the ledger and the payments come to. */
export const checkRollUpsJob = defineJob({
  id: "check-roll-ups",
  name: "Check the sums of reports",
  cron: "41 3 * * *",
  retries: 0,
  run: () => checkRollUps(),
});
