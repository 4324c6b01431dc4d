import { acceptForwardedEvents } from "#lib/events/accept-forwarded-events.ts";
import { defineJob } from "../define-job.ts";

/** Events of other services that send through Inngest. `data` is that of the catalogue, with `merchantId` beside it. */
export const acceptEventsJob = defineJob({
  id: "accept-events",
  name: "Accept events",
  takesPlatformEvents: true,
  batch: { maxSize: 100, timeoutSeconds: 1 },
  concurrency: 5,
  retries: 10,
  run: (events) => acceptForwardedEvents(events),
});
