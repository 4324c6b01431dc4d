import { inngest } from "#inngest/client.ts";
import { drainDeliveries } from "#lib/deliveries/drain.ts";
import { wakeDeliveriesAt } from "#lib/deliveries/wake.ts";

/** Sends what is due, then asks to be woken when the next retry is. One run sends hundreds of deliveries. */
export function drainDeliveriesFunction() {
  return inngest().createFunction(
    {
      id: "drain-deliveries",
      name: "Drain deliveries",
      triggers: [{ event: "deliveries/ready" }],
      batchEvents: { maxSize: 100, timeout: "1s" },
      concurrency: { limit: 10 },
      retries: 3,
    },
    async () => {
      const report = await drainDeliveries();
      if (report.nextDueAt) wakeDeliveriesAt(report.nextDueAt);
      return report;
    },
  );
}
