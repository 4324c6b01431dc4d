"use client";

import { type ReactNode, useRef } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { hrefWith } from "#components/listing/search-params.ts";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { Table, TableBody, TableHead, TableHeading } from "#components/ui/table.tsx";
import { type EventDto, eventDto } from "#lib/events/schema.ts";
import { pageOf } from "#lib/listing/page.ts";
import { EventLogRow } from "./event-log-row.tsx";
import { type EventFilters, eventParams, eventQuery } from "./filters.ts";

interface EventLogProps {
  first: LivePage<EventDto>;
  filters: EventFilters;
  /** Titles of the event types, by type. */
  eventTitles: Readonly<Record<string, string>>;
  zone: string;
  /** Shown while there is no row. */
  empty: ReactNode;
}

const page = pageOf(eventDto);

/** The event list, live: what is shown follows `GET /api/events` with the same filters. */
export function EventLog({ first, filters, eventTitles, zone, empty }: EventLogProps) {
  const container = useRef<HTMLElement>(null);
  const live = useLivePage<EventDto>({
    queryKey: ["events", filters],
    queryFn: ({ signal }) =>
      apiGet({ path: "/api/events", query: eventQuery(filters, Date.now()), schema: page, signal }),
    first,
    isFirstPage: filters.trail.length === 0,
    container,
  });
  const { data, nextCursor } = live.shown;
  const arrived = new Set(live.arrivedIds);
  const hrefOf = (cursor: string | undefined) => hrefWith("/events", eventParams(filters, cursor));
  const older = olderParam(filters.trail, nextCursor);
  return (
    <>
      <LiveList
        label="Events"
        container={container}
        waitingCount={live.waitingCount}
        onShowWaiting={live.showWaiting}
        error={live.error}
      >
        {data.length === 0 ? (
          empty
        ) : (
          <Table caption="Events, newest first" density="compact">
            <TableHead>
              <TableHeading>When</TableHeading>
              <TableHeading>Event</TableHeading>
              <TableHeading>What it says</TableHeading>
              <TableHeading>Id</TableHeading>
              <TableHeading>What came of it</TableHeading>
            </TableHead>
            <TableBody>
              {data.map((event) => (
                <EventLogRow
                  key={event.id}
                  event={event}
                  title={eventTitles[event.type] ?? event.type}
                  zone={zone}
                  isNew={arrived.has(event.id)}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </LiveList>
      <Pagination
        newerHref={filters.trail.length > 0 ? hrefOf(newerParam(filters.trail)) : null}
        olderHref={older === undefined ? null : hrefOf(older)}
      />
    </>
  );
}
