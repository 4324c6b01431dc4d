import { db } from "#db/client.ts";
import { inngest } from "#inngest/client.ts";
import { drainDeliveries } from "#lib/deliveries/drain.ts";
import { wakeDeliveriesAt } from "#lib/deliveries/wake.ts";
import { cancelOrphans } from "#lib/engine/destination-state.ts";
import { announceEvents } from "#lib/events/announce-events.ts";
import { tellOfWebhookHealth } from "#lib/webhooks/tell-of-health.ts";

/** Each minute: what a lost wake-up or a dead process left behind. */
export function sweepFunction() {
  return inngest().createFunction(
    { id: "sweep", name: "Sweep", triggers: [{ cron: "* * * * *" }], retries: 0 },
    async () => {
      const cancelled = await cancelOrphans(db());
      const report = await drainDeliveries();
      if (report.nextDueAt) wakeDeliveriesAt(report.nextDueAt);
      const { told } = await tellOfWebhookHealth();
      // Last: an Inngest server that takes no events must not keep deliveries waiting.
      return { ...report, cancelled, told, announced: await announceEvents() };
    },
  );
}
