import { acceptForwardedEvents } from "#lib/events/accept-forwarded-events.ts";
import { pruneHistory } from "#lib/maintenance/prune-history.ts";
import { checkRollUps } from "#lib/revenue/roll-ups/check-roll-ups.ts";
import { resealSecrets } from "#lib/vault/reseal-secrets.ts";
import { defineJob, type Job } from "./define-job.ts";
import { tickJob } from "./list/tick.ts";
import { queueJobs } from "./queues.ts";

/** Events of other services that send through Inngest. `data` is that of the catalogue, with `merchantId` beside it. */
const acceptEventsJob = defineJob({
  id: "accept-events",
  name: "Accept events",
  takesPlatformEvents: true,
  batch: { maxSize: 100, timeoutSeconds: 1 },
  concurrency: 5,
  retries: 10,
  run: (events) => acceptForwardedEvents(events),
});

/** Each night: whether what reports tell is what the ledger and the payments come to. */
const checkRollUpsJob = defineJob({
  id: "check-roll-ups",
  name: "Check the sums of reports",
  cron: "41 3 * * *",
  retries: 0,
  run: () => checkRollUps(),
});

/** After a new key was put in front of ENCRYPTION_KEYS: seals what the older keys hold again. */
const resealSecretsJob = defineJob({
  id: "reseal-secrets",
  name: "Reseal secrets",
  events: ["secrets/reseal"],
  run: () => resealSecrets(),
});

/** Each hour: drops what is kept for a time only. */
const pruneHistoryJob = defineJob({
  id: "prune-history",
  name: "Prune history",
  cron: "17 * * * *",
  run: () => pruneHistory(),
});

/** Every job of Patchbay. */
export const allJobs: readonly Job[] = [
  acceptEventsJob,
  ...queueJobs,
  tickJob,
  pruneHistoryJob,
  checkRollUpsJob,
  resealSecretsJob,
];
