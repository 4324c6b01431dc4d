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
import { titled } from "#lib/auth/titled.ts";
import { env } from "#lib/env.ts";
import { qrScanned } from "#lib/events/catalogue/qr.ts";
import { sendEventCommand } from "#lib/events/catalogue/send-command.ts";
import { listEventTypes } from "#lib/events/list-event-types.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { runFields } from "#lib/transport/run-verb.ts";
import { eventsPages as t } from "#lib/words/en/screens/events-pages.ts";

export const generateMetadata = titled(() => ({ title: t("events_loading_title") }));

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
        title={t("events_page_title")}
        description={t("events_page_description")}
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
            <NothingMatches title={t("events_page_no_match")} clearHref="/events" />
          ) : (
            <EventLogEmpty command={command} />
          )
        }
      />
    </>
  );
}
