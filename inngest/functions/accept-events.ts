import { inngest } from "#inngest/client.ts";
import { acceptForwardedEvents } from "#lib/events/accept-forwarded-events.ts";
import { platformEventTypes } from "#lib/events/catalogue/catalogue.ts";

/** Events of other services that send through Inngest. `data` is that of the catalogue, with `merchantId` beside it. */
export function acceptEventsFunction() {
  return inngest().createFunction(
    {
      id: "accept-events",
      name: "Accept events",
      triggers: platformEventTypes.map((event) => ({ event })),
      batchEvents: { maxSize: 100, timeout: "1s" },
      retries: 10,
    },
    ({ events }) => acceptForwardedEvents(events),
  );
}
