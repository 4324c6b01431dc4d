"use client";

import type { ReactNode } from "react";
import { LiveLog } from "#components/listing/live-log.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { TableHeading } from "#components/ui/table.tsx";
import { type EventDto, eventDto } from "#lib/events/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { events as t } from "#lib/words/en/screens/events.ts";
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
      label={t("event_log_label")}
      path="/events"
      item={eventDto}
      first={first}
      filters={filters}
      queryOf={eventQuery}
      paramsOf={eventParams}
      empty={empty}
      headings={
        <>
          <TableHeading>{common("when")}</TableHeading>
          <TableHeading>{t("event_log_event")}</TableHeading>
          <TableHeading>{t("event_log_summary")}</TableHeading>
          <TableHeading>{t("event_log_row_label")}</TableHeading>
          <TableHeading>{t("event_log_result")}</TableHeading>
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
