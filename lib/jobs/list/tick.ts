import { db } from "#db/client.ts";
import { cancelOrphans } from "#lib/engine/destination-state.ts";
import { endHeld } from "#lib/engine/end-held.ts";
import { beginDueSyncs } from "#lib/integrations/sync/begin-due-syncs.ts";
import { tellOfWebhookHealth } from "#lib/webhooks/tell-of-health.ts";
import { defineJob } from "../define-job.ts";
import { wakeDueQueues } from "../wake-due-queues.ts";

/** Each minute: what nobody wakes for, and what a lost wake-up or a dead process left behind. */
export const tickJob = defineJob({
  id: "tick",
  name: "Tick",
  cron: "* * * * *",
  retries: 0,
  async run() {
    const cancelled = await cancelOrphans(db());
    const ended = await endHeld();
    const woken = await wakeDueQueues();
    const { told } = await tellOfWebhookHealth();
    const { begun } = await beginDueSyncs();
    return { cancelled, ended, woken, told, begun };
  },
});
