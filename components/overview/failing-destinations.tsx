import type { ReactNode } from "react";
import { destinationName, destinationText } from "#components/deliveries/destination-text.ts";
import { NextTry } from "#components/deliveries/next-try.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { HeldLimit } from "#components/webhooks/held-limit.tsx";
import type { FailingDestination, HeldSoonOver, RetryingDestination } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { findDestinationCause, lastAttemptRemark } from "./destination-cause.ts";
import { whatGoesOn } from "./destination-state.ts";
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

interface FailingDestinationItemProps {
  destination: FailingDestination;
  /** When what waits is tried again; null where nothing waits, or it is being tried. */
  nextAttemptAt: string | null;
  /** Where what is held for it fails soon. */
  heldSoonOver: HeldSoonOver | undefined;
  zone: string;
  /** The button that tries what waits at once. */
  tryNow: ReactNode;
}

/** One destination that fails: what happened, whose fault it is, what to do, and where. */
function FailingDestinationItem({
  destination,
  nextAttemptAt,
  heldSoonOver,
  zone,
  tryNow,
}: FailingDestinationItemProps) {
  const { webhookId, url, description, status, failingSince } = destination;
  const { host, path } = destinationText(url);
  const cause = findDestinationCause(destination, useLocale());
  const remark = lastAttemptRemark(destination);
  const isOff = status === "disabled";
  const links = {
    webhook: { href: `/webhooks/${webhookId}`, label: t("unwell_destination_item_open_webhook") },
    deliveries: {
      href: `/deliveries?webhook=${webhookId}`,
      label: t("unwell_destination_item_see_deliveries"),
    },
  };
  const first = links[cause.action];
  const second = links[cause.action === "webhook" ? "deliveries" : "webhook"];
  return (
    <li className="grid gap-3 px-card py-4 lg:grid-cols-[minmax(0,1fr)_auto] lg:gap-x-8">
      <div className="grid min-w-0 gap-2">
        <div className="grid min-w-0 gap-0.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{description || host}</h3>
            <Status tone={isOff ? "danger" : "warning"}>
              {isOff ? t("unwell_destination_item_switched_off") : t("unwell_destination_item_failing")}
            </Status>
            {failingSince && (
              <span className="text-muted text-sm">
                {t.rich("unwell_destination_item_began_fail_relativetime", {
                  relativeTime: <RelativeTime at={failingSince} zone={zone} />,
                })}
              </span>
            )}
          </div>
          <p className="truncate font-mono text-muted text-sm" title={url}>
            {`${host}${path}`}
          </p>
        </div>
        <div className="grid max-w-prose gap-0.5">
          <p>
            <span className="font-medium">{cause.title}</span> {cause.meaning}
          </p>
          <p>{cause.advice}</p>
          <p className="text-muted">
            {whatGoesOn(destination)}
            {nextAttemptAt !== null && (
              <>
                {" "}
                {t.rich("unwell_destination_item_next_try", {
                  time: <NextTry at={nextAttemptAt} zone={zone} />,
                })}
              </>
            )}
          </p>
          {heldSoonOver && (
            <p>
              <HeldLimit {...heldSoonOver} zone={zone} />
            </p>
          )}
        </div>
        {remark && (
          <p className="text-subtle text-sm">
            {t("unwell_destination_item_last_attempt_remark", { remark })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-2 max-sm:*:flex-1 lg:flex-col lg:items-stretch">
        {tryNow}
        <ButtonLink href={first.href} variant={isOff ? "primary" : "secondary"} data-row-link>
          {first.label}
        </ButtonLink>
        <ButtonLink href={second.href} variant="ghost">
          {second.label}
        </ButtonLink>
      </div>
    </li>
  );
}
