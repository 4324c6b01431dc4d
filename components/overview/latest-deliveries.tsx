import { DeliveryStatus } from "#components/deliveries/delivery-status.tsx";
import { DeliveryTitle } from "#components/deliveries/delivery-title.tsx";
import { Destination } from "#components/deliveries/destination.tsx";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventTitle } from "#components/webhooks/event-words.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";

interface LatestDeliveriesProps {
  deliveries: readonly DeliveryDto[];
  zone: string;
}

/** The last few deliveries, with the way to all of them. */
export function LatestDeliveries({ deliveries, zone }: LatestDeliveriesProps) {
  return (
    <Card
      title={t("latest_deliveries_title")}
      actions={<TextLink href="/deliveries">{t("latest_deliveries_all_deliveries")}</TextLink>}
      isFlush
    >
      <Table caption={t("latest_deliveries_caption")} density="compact">
        <TableHead>
          <TableHeading>{t("latest_deliveries_event")}</TableHeading>
          <TableHeading>{t("latest_deliveries_to")}</TableHeading>
          <TableHeading>{t("latest_deliveries_status")}</TableHeading>
          <TableHeading align="end">{common("when")}</TableHeading>
        </TableHead>
        <TableBody>
          {deliveries.map((delivery) => (
            <TableRow key={delivery.id}>
              <TableCell phone="title">
                <DeliveryTitle delivery={delivery} eventTitle={eventTitle(delivery.eventType)} />
              </TableCell>
              <TableCell label={t("latest_deliveries_to")} className="md:max-w-72">
                <Destination destination={delivery.destination} />
              </TableCell>
              <TableCell phone="aside">
                <DeliveryStatus delivery={delivery} />
              </TableCell>
              <TableCell label={common("when")} align="end" className="text-muted">
                <RelativeTime at={delivery.createdAt} zone={zone} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
