import { destinationName } from "#components/deliveries/destination-text.ts";
import { Card } from "#components/ui/card.tsx";
import type { FailingDestination, HeldSoonOver, RetryingDestination } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { FailingDestinationItem } from "./failing-destination-item.tsx";
import { TryNowButton } from "./try-now-button.tsx";

interface FailingDestinationsProps {
  destinations: readonly FailingDestination[];
  /** What waits after a failed attempt, also at other destinations. */
  retrying: readonly RetryingDestination[];
  /** Whose held deliveries fail soon, also for other destinations. */
  heldSoonOver: readonly HeldSoonOver[];
  zone: string;
  canRetry: boolean;
  onRetried: () => Promise<void>;
}

/** The destinations that need someone, each with its cause and what to press. */
export function FailingDestinations({
  destinations,
  retrying,
  heldSoonOver,
  zone,
  canRetry,
  onRetried,
}: FailingDestinationsProps) {
  if (destinations.length === 0) return null;
  return (
    <Card title={t("unwell_destinations_title")} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {destinations.map((destination) => (
          <FailingDestinationItem
            key={destination.webhookId}
            destination={destination}
            nextAttemptAt={
              retrying.find(({ webhookId }) => webhookId === destination.webhookId)?.nextAttemptAt ?? null
            }
            heldSoonOver={heldSoonOver.find(({ webhookId }) => webhookId === destination.webhookId)}
            zone={zone}
            tryNow={
              canRetry &&
              retrying.some(({ webhookId }) => webhookId === destination.webhookId) && (
                <TryNowButton
                  webhookId={destination.webhookId}
                  name={destinationName(destination)}
                  onRetried={onRetried}
                />
              )
            }
          />
        ))}
      </ul>
    </Card>
  );
}
