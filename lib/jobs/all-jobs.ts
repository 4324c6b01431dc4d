import type { Job } from "./define-job.ts";
import { acceptEventsJob } from "./list/accept-events.ts";
import { checkRollUpsJob } from "./list/check-roll-ups.ts";
import { pruneHistoryJob } from "./list/prune-history.ts";
import { resealSecretsJob } from "./list/reseal-secrets.ts";
import { tickJob } from "./list/tick.ts";
import { queueJobs } from "./queues.ts";

/** Every job of Patchbay. */
export const allJobs: readonly Job[] = [
  acceptEventsJob,
  ...queueJobs,
  tickJob,
  pruneHistoryJob,
  checkRollUpsJob,
  resealSecretsJob,
];
