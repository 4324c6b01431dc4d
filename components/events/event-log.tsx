"use client";

import type { ReactNode } from "react";
import { LiveLog } from "#components/listing/live-log.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { TableHeading } from "#components/ui/table.tsx";
import { type EventDto, eventDto } from "#lib/events/schema.ts";
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

/** The events of the merchant. */
export function EventLog({ first, filters, eventTitles, zone, empty }: EventLogProps) {
  return (
    <LiveLog
      label="Events"
      path="/events"
      item={eventDto}
      first={first}
      filters={filters}
      queryOf={eventQuery}
      paramsOf={eventParams}
      empty={empty}
      headings={
        <>
          <TableHeading>When</TableHeading>
          <TableHeading>Event</TableHeading>
          <TableHeading>Summary</TableHeading>
          <TableHeading>Id</TableHeading>
          <TableHeading>Result</TableHeading>
        </>
      }
      renderRow={(event, isNew) => (
        <EventLogRow
          key={event.id}
          event={event}
          title={eventTitles[event.type] ?? event.type}
          zone={zone}
          isNew={isNew}
        />
      )}
    />
  );
}
