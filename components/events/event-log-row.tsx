import Link from "next/link";
import { shortId } from "#components/listing/short-id.ts";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import type { EventDto } from "#lib/events/schema.ts";
import { events as t } from "#lib/words/en/screens/events.ts";
import { deliveriesOutcome } from "./deliveries-outcome.ts";

interface EventLogRowProps {
  event: EventDto;
  title: string;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

/** One line of the event list. */
export function EventLogRow({ event, title, zone, isNew }: EventLogRowProps) {
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
