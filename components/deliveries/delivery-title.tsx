import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveries as t } from "#lib/words/en/screens/deliveries.ts";

/** The first cell of a delivery's row: what happened, as the link to the delivery, and which order it was about. */
export function DeliveryTitle({ delivery, eventTitle }: { delivery: DeliveryDto; eventTitle: string }) {
  return (
    <span className="grid min-w-0">
      <span className="flex flex-wrap items-center gap-x-2">
        <Link
          href={`/deliveries/${delivery.id}`}
          data-row-link
          className="rounded-tag font-medium hover:underline"
        >
          {eventTitle}
        </Link>
        {delivery.isTest && <Badge>{t("delivery_title_test")}</Badge>}
      </span>
      {delivery.summary && (
        <span className="line-clamp-2 font-normal text-muted text-sm [overflow-wrap:anywhere]">
          {delivery.summary}
        </span>
      )}
    </span>
  );
}
