import { Duration } from "#components/ui/duration.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { deliveries as t } from "#lib/words/en/screens/deliveries.ts";
import { deliveriesDetail } from "#lib/words/en/screens/deliveries-detail.ts";
import { heldWord } from "./delivery-state.ts";
import { DeliveryStatus } from "./delivery-status.tsx";
import { DeliveryTitle } from "./delivery-title.tsx";
import { Destination } from "./destination.tsx";
import { NextTry } from "./next-try.tsx";

interface DeliveryLogRowProps {
  delivery: DeliveryDto;
  eventTitle: string;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

/** One line of the delivery log. */
export function DeliveryLogRow({ delivery, eventTitle, zone, isNew }: DeliveryLogRowProps) {
  const { lastAttempt, nextAttemptAt } = delivery;
  return (
    <TableRow className={isNew ? "bg-accent-soft" : undefined}>
      <TableCell label={common("when")} className="text-muted">
        <RelativeTime at={delivery.createdAt} zone={zone} />
      </TableCell>
      <TableCell phone="title" className="xl:min-w-69">
        <DeliveryTitle delivery={delivery} eventTitle={eventTitle} />
      </TableCell>
      <TableCell label={deliveriesDetail("delivery_log_row_label")} className="md:max-w-60 xl:min-w-36">
        <Destination destination={delivery.destination} />
      </TableCell>
      <TableCell phone="aside">
        <span className="grid">
          <DeliveryStatus delivery={delivery} />
          {nextAttemptAt && (
            <span className="whitespace-nowrap text-muted text-sm">
              {t.rich("delivery_log_row_next_try", { time: <NextTry at={nextAttemptAt} zone={zone} /> })}
            </span>
          )}
          {delivery.status === "held" && (
            <span className="whitespace-nowrap text-muted text-sm">{heldWord(delivery)}</span>
          )}
        </span>
      </TableCell>
      <TableCell
        phone={delivery.status === "delivered" ? "hidden" : "line"}
        className="text-muted max-md:text-left md:max-w-72 md:max-xl:hidden"
      >
        {lastAttempt && <span className="line-clamp-3">{lastAttempt.message}</span>}
      </TableCell>
      <TableCell
        label={deliveriesDetail("delivery_log_row_attempts")}
        align="end"
        phone={delivery.attempts > 1 ? "line" : "hidden"}
      >
        {delivery.attempts}
      </TableCell>
      <TableCell align="end" phone="hidden" className="whitespace-nowrap">
        <Duration ms={lastAttempt?.totalMs ?? null} />
      </TableCell>
    </TableRow>
  );
}
