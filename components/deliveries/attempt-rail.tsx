import { Card } from "#components/ui/card.tsx";
import { Rail, RailItem } from "#components/ui/rail.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { DeliveryDetailDto } from "#lib/deliveries/schema.ts";
import { AttemptDetail } from "./attempt-detail.tsx";
import { attemptTitle, attemptTone } from "./attempt-title.ts";
import { NextTry } from "./next-try.tsx";

/** Every attempt of a delivery, the latest first and open, with the one that is planned above it. */
export function AttemptRail({ delivery, zone }: { delivery: DeliveryDetailDto; zone: string }) {
  const { attemptLog, nextAttemptAt } = delivery;
  const latestFirst = attemptLog.toReversed();
  const isRun = delivery.destination.kind === "automation";
  return (
    <Card>
      <Rail label="Attempts, the latest first">
        {delivery.isInFlight && (
          <RailItem tone="progress" isPlanned title={`Attempt ${delivery.attempts + 1} is under way`} />
        )}
        {nextAttemptAt && (
          <RailItem
            tone="progress"
            isPlanned
            title={`Attempt ${delivery.attempts + 1} is planned`}
            meta={<NextTry at={nextAttemptAt} zone={zone} />}
          />
        )}
        {delivery.status === "held" && (
          <RailItem
            tone="info"
            isPlanned
            title={`Attempt ${delivery.attempts + 1} is held ${untilOf(delivery)}`}
          />
        )}
        {latestFirst.map((attempt, index) => (
          <RailItem
            key={attempt.id}
            tone={attemptTone(attempt)}
            title={attemptTitle(attempt, isRun)}
            meta={<RelativeTime at={attempt.startedAt} zone={zone} />}
          >
            <AttemptDetail attempt={attempt} isOpenAtFirst={index === 0} isRun={isRun} />
          </RailItem>
        ))}
        {latestFirst.length === 0 && !nextAttemptAt && !delivery.isInFlight && delivery.status !== "held" && (
          <RailItem tone="neutral" title="No attempt has been made" />
        )}
      </Rail>
    </Card>
  );
}

function untilOf({ heldFor, destination }: DeliveryDetailDto): string {
  switch (heldFor) {
    case "review":
      return "until someone approves it";
    case "decision":
      return "until a person decides";
    case "connection":
      return "until the app works again";
    default:
      return `until the ${destination.kind} is resumed`;
  }
}
