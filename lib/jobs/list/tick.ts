import { settleStrays } from "#lib/deliveries/settle-strays.ts";
import { fillSearchTexts } from "#lib/events/fill-search-texts.ts";
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
    const settled = await settleStrays();
    const woken = await wakeDueQueues();
    const filled = await fillSearchTexts();
    const { told } = await tellOfWebhookHealth();
    const { begun } = await beginDueSyncs();
    return { settled, woken, filled, told, begun };
  },
});
