import { destinationName } from "#components/deliveries/destination-text.ts";
import { NextTry } from "#components/deliveries/next-try.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import type { RetryingDestination } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { lateSentence } from "./health.ts";
import { TryNowButton } from "./try-now-button.tsx";

interface RetryingDestinationsProps {
  destinations: readonly RetryingDestination[];
  zone: string;
  canRetry: boolean;
  onRetried: () => Promise<void>;
}

/** Webhooks and automations that work but lack something: how much, when it is tried next, and a button that tries now. */
export function RetryingDestinations({ destinations, zone, canRetry, onRetried }: RetryingDestinationsProps) {
  if (destinations.length === 0) return null;
  return (
    <Card title={t("retrying_destinations_title")} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {destinations.map((destination) => {
          const { webhookId, kind, nextAttemptAt } = destination;
          const name = destinationName(destination);
          return (
            <li key={webhookId} className="flex flex-wrap items-center gap-x-6 gap-y-3 px-card py-4">
              <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
                <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{name}</h3>
                <p>
                  {`${lateSentence(destination)} `}
                  {nextAttemptAt === null
                    ? t("retrying_destinations_being_tried_right_now")
                    : t.rich("retrying_destinations_next_try", {
                        time: <NextTry at={nextAttemptAt} zone={zone} />,
                      })}
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1">
                {canRetry && <TryNowButton webhookId={webhookId} name={name} onRetried={onRetried} />}
                <ButtonLink
                  href={
                    kind === "automation"
                      ? `/automations/${webhookId}/runs?status=pending`
                      : `/deliveries?webhook=${webhookId}&status=pending`
                  }
                  variant="ghost"
                >
                  {t("retrying_destinations_see_which")}
                </ButtonLink>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
