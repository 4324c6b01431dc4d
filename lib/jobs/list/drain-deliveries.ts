import { db } from "#db/client.ts";
import { drainDeliveries } from "#lib/destinations/drain.ts";
import { findNextDueAt } from "#lib/engine/due.ts";
import { wakeAnnouncements } from "#lib/events/wake-announcements.ts";
import { defineQueue } from "../define-job.ts";

/** Sends what is due. One drain sends hundreds of deliveries at once, and goes on as long as something is due. */
export const drainDeliveriesJob = defineQueue({
  id: "drain-deliveries",
  name: "Drain deliveries",
  event: "deliveries/ready",
  concurrency: 5,
  // What another instance accepted as it died waits so long for us.
  pollMs: 2_000,
  async drain(input) {
    const report = await drainDeliveries(input);
    // What failed for good is news.
    if (report.attempts > 0) wakeAnnouncements();
    return report;
  },
  findNextDueAt: () => findNextDueAt(db()),
});
