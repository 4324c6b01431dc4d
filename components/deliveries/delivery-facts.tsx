import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { destinationText } from "./destination-text.ts";

interface DeliveryFactsProps {
  delivery: DeliveryDto;
  zone: string;
  /** Of its automation; null = it has none. */
  version?: number | null;
}

/** Where the delivery comes from and goes to. */
export function DeliveryFacts({ delivery, zone, version = null }: DeliveryFactsProps) {
  const { destination, completedAt } = delivery;
  const { host, path } = destinationText(destination.label);
  const name = destination.description || `${host}${path}`;
  return (
    <Card>
      <KeyValueList
        layout="columns"
        items={[
          {
            key: "Event",
            value: <TextLink href={`/events/${delivery.eventId}`}>{delivery.eventType}</TextLink>,
          },
          {
            key: destination.kind === "automation" ? "Automation" : "Webhook",
            value:
              destination.state === "deleted" ? (
                `${name} (deleted)`
              ) : (
                <TextLink href={`/${destination.kind}s/${destination.id}`}>{name}</TextLink>
              ),
          },
          ...(version === null ? [] : [{ key: "Version", value: version }]),
          { key: "Created", value: <RelativeTime at={delivery.createdAt} zone={zone} /> },
          {
            key: "Ended",
            value: completedAt ? <RelativeTime at={completedAt} zone={zone} /> : "In progress",
          },
          { key: "Attempts", value: delivery.attempts },
        ]}
      />
      <div className="mt-4 grid border-line border-t pt-3">
        <Copyable text={delivery.id} label="delivery id" isTruncated />
        <Copyable text={delivery.eventId} label="event id" isTruncated />
        {destination.kind === "webhook" && <Copyable text={destination.label} label="URL" isTruncated />}
      </div>
    </Card>
  );
}
