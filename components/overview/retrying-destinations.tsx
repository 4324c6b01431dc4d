import { destinationText } from "#components/deliveries/destination-text.ts";
import { NextTry } from "#components/deliveries/next-try.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import type { RetryingDestination } from "#lib/deliveries/overview-schema.ts";
import { lateText } from "./health.ts";
import { TryNowButton } from "./try-now-button.tsx";

interface RetryingDestinationsProps {
  destinations: readonly RetryingDestination[];
  zone: string;
  canRetry: boolean;
  onRetried: () => Promise<void>;
}

/** Webhooks that accept events but lack some: how many, when they are tried next, and a button that tries now. */
export function RetryingDestinations({ destinations, zone, canRetry, onRetried }: RetryingDestinationsProps) {
  if (destinations.length === 0) return null;
  return (
    <Card title="Not arrived yet" isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {destinations.map((destination) => {
          const { webhookId, description, url, nextAttemptAt } = destination;
          const name = description || destinationText(url).host;
          return (
            <li key={webhookId} className="flex flex-wrap items-center gap-x-6 gap-y-3 px-card py-4">
              <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
                <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{name}</h3>
                <p>
                  {`${lateText(destination)} not arrived yet. `}
                  {nextAttemptAt === null ? (
                    "Being tried right now."
                  ) : (
                    <>
                      Next try <NextTry at={nextAttemptAt} zone={zone} />.
                    </>
                  )}
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1">
                {canRetry && <TryNowButton webhookId={webhookId} name={name} onRetried={onRetried} />}
                <ButtonLink href={`/deliveries?webhook=${webhookId}&status=pending`} variant="ghost">
                  See which
                </ButtonLink>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
