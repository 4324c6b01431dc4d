import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
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
            key: t("delivery_facts_event"),
            value: <TextLink href={`/events/${delivery.eventId}`}>{delivery.eventType}</TextLink>,
          },
          {
            key:
              destination.kind === "automation"
                ? t("delivery_facts_automation")
                : t("delivery_facts_webhook"),
            value:
              destination.state === "deleted" ? (
                t("delivery_facts_name_deleted", { name })
              ) : (
                <TextLink href={`/${destination.kind}s/${destination.id}`}>{name}</TextLink>
              ),
          },
          ...(version === null ? [] : [{ key: t("delivery_facts_version"), value: version }]),
          { key: t("delivery_facts_created"), value: <RelativeTime at={delivery.createdAt} zone={zone} /> },
          {
            key: t("delivery_facts_ended"),
            value: completedAt ? <RelativeTime at={completedAt} zone={zone} /> : t("delivery_facts_progress"),
          },
          { key: t("delivery_facts_attempts"), value: delivery.attempts },
        ]}
      />
      <div className="mt-4 grid border-line border-t pt-3">
        <Copyable text={delivery.id} label={t("delivery_facts_label")} isTruncated />
        <Copyable text={delivery.eventId} label={t("delivery_facts_event_id")} isTruncated />
        {destination.kind === "webhook" && (
          <Copyable text={destination.label} label={common("url")} isTruncated />
        )}
      </div>
    </Card>
  );
}
