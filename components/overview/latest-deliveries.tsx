import { DeliveryStatus } from "#components/deliveries/delivery-status.tsx";
import { DeliveryTitle } from "#components/deliveries/delivery-title.tsx";
import { Destination } from "#components/deliveries/destination.tsx";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventTitle } from "#components/webhooks/event-words.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";

interface LatestDeliveriesProps {
  deliveries: readonly DeliveryDto[];
  zone: string;
}

/** The last few deliveries, with the way to all of them. */
export function LatestDeliveries({ deliveries, zone }: LatestDeliveriesProps) {
  return (
    <Card title="Latest deliveries" actions={<TextLink href="/deliveries">All deliveries</TextLink>} isFlush>
      <Table caption="Latest deliveries, newest first" density="compact">
        <TableHead>
          <TableHeading>Event</TableHeading>
          <TableHeading>To</TableHeading>
          <TableHeading>Status</TableHeading>
          <TableHeading align="end">When</TableHeading>
        </TableHead>
        <TableBody>
          {deliveries.map((delivery) => (
            <TableRow key={delivery.id}>
              <TableCell phone="title">
                <DeliveryTitle delivery={delivery} eventTitle={eventTitle(delivery.eventType)} />
              </TableCell>
              <TableCell label="To" className="md:max-w-72">
                <Destination destination={delivery.destination} />
              </TableCell>
              <TableCell phone="aside">
                <DeliveryStatus delivery={delivery} />
              </TableCell>
              <TableCell label="When" align="end" className="text-muted">
                <RelativeTime at={delivery.createdAt} zone={zone} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
