"use client";

import type { ReactNode } from "react";
import { LiveLog } from "#components/listing/live-log.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { shortId } from "#components/listing/short-id.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TableCell, TableHeading, TableRow } from "#components/ui/table.tsx";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { type EventDto, eventDto } from "#lib/events/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { events as t } from "#lib/words/en/screens/events.ts";
import { deliveriesOutcome } from "./deliveries-outcome.ts";
import { type EventFilters, eventParams, eventQuery } from "./filters.ts";

interface EventLogRowProps {
  event: EventDto;
  title: string;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

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
      toQuery={eventQuery}
      toParams={eventParams}
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

/** One line of the event list. */
function EventLogRow({ event, title, zone, isNew }: EventLogRowProps) {
  const outcome = deliveriesOutcome(event.deliveries);
  return (
    <TableRow className={isNew ? "bg-accent-soft" : undefined}>
      <TableCell phone="aside" className="text-muted">
        <RelativeTime at={event.acceptedAt} zone={zone} />
      </TableCell>
      <TableCell phone="title">
        <span className="grid min-w-0">
          <span className="flex flex-wrap items-center gap-x-2">
            <Link
              href={`/events/${event.id}`}
              data-row-link
              className="w-fit rounded-tag font-medium hover:underline"
            >
              {title}
            </Link>
            {event.origin === "test" && <Badge>{t("event_log_row_test")}</Badge>}
          </span>
          <span className="font-mono font-normal text-muted text-sm">{event.type}</span>
        </span>
      </TableCell>
      <TableCell className="max-md:text-left md:max-w-80">
        <span className="line-clamp-2">{eventSummary(event)}</span>
      </TableCell>
      <TableCell label={t("event_log_row_label")} className="font-mono text-muted text-sm" phone="hidden">
        <span title={event.id}>{shortId(event.id)}</span>
      </TableCell>
      <TableCell className="max-md:text-left">
        <Status tone={outcome.tone}>{outcome.text}</Status>
      </TableCell>
    </TableRow>
  );
}
