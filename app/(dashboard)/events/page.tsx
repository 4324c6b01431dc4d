import type { Metadata } from "next";
import { EventFilterBar } from "#components/events/event-filters.tsx";
import { EventLog } from "#components/events/event-log.tsx";
import { EventLogEmpty } from "#components/events/event-log-empty.tsx";
import { eventParams, eventQuery, isFiltered, readEventFilters } from "#components/events/filters.ts";
import { SendEventButton } from "#components/events/send-event-button.tsx";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { hrefWith, type SearchParams } from "#components/listing/search-params.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { env } from "#lib/env.ts";
import { qrScanned } from "#lib/events/catalogue/qr.ts";
import { sendEventCommand } from "#lib/events/catalogue/send-command.ts";
import { listEventTypes } from "#lib/events/list-event-types.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { runFields } from "#lib/transport/run-verb.ts";

export const metadata: Metadata = { title: "Events" };

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }] = await Promise.all([requireCtx(), requireSession()]);
  const filters = readEventFilters(await searchParams);
  const first = await runFields(listEvents, { ctx, input: eventQuery(filters, Date.now()) }).catch(
    leadToFirstPage(hrefWith("/events", eventParams(filters, undefined))),
  );
  const eventTypes = listEventTypes();
  const command = sendEventCommand({
    origin: new URL(env().APP_URL).origin,
    event: { type: qrScanned.type, data: qrScanned.example },
  });
  return (
    <>
      <PageHeader
        title="Events"
        description="What happened in your shop, and what came of it."
        actions={<SendEventButton command={command} />}
      />
      <EventFilterBar eventTypes={eventTypes.map(({ type, title }) => ({ value: type, label: title }))} />
      <EventLog
        key={JSON.stringify(filters)}
        first={first}
        filters={filters}
        eventTitles={Object.fromEntries(eventTypes.map(({ type, title }) => [type, title]))}
        zone={merchant.timeZone}
        empty={
          isFiltered(filters) || filters.trail.length > 0 ? (
            <NothingMatches what="events" clearHref="/events" />
          ) : (
            <EventLogEmpty command={command} />
          )
        }
      />
    </>
  );
}
