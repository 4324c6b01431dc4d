import { inngest } from "#inngest/client.ts";
import { drainDeliveries } from "#lib/deliveries/drain.ts";
import { settleStrays } from "#lib/deliveries/settle-strays.ts";
import { wakeDeliveriesAt } from "#lib/deliveries/wake.ts";
import { announceEvents } from "#lib/events/announce-events.ts";
import { fillSearchTexts } from "#lib/events/fill-search-texts.ts";
import { tellOfWebhookHealth } from "#lib/webhooks/tell-of-health.ts";

/** Each minute: what a lost wake-up or a dead process left behind. */
export function sweepFunction() {
  return inngest().createFunction(
    { id: "sweep", name: "Sweep", triggers: [{ cron: "* * * * *" }], retries: 0 },
    async () => {
      const settled = await settleStrays();
      const report = await drainDeliveries();
      if (report.nextDueAt) wakeDeliveriesAt(report.nextDueAt);
      await fillSearchTexts();
      const { told } = await tellOfWebhookHealth();
      // Last: an Inngest server that takes no events must not keep deliveries waiting.
      return { ...report, settled, told, announced: await announceEvents() };
    },
  );
}
