import { Card } from "#components/ui/card.tsx";
import { Rail, RailItem } from "#components/ui/rail.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { DeliveryDetailDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { AttemptDetail } from "./attempt-detail.tsx";
import { attemptTitle, attemptTone } from "./attempt-title.ts";
import { NextTry } from "./next-try.tsx";

/** Every attempt of a delivery, the latest first and open, with the one that is planned above it. */
export function AttemptRail({ delivery, zone }: { delivery: DeliveryDetailDto; zone: string }) {
  const { attemptLog, nextAttemptAt, heldFor, destination } = delivery;
  const latestFirst = attemptLog.toReversed();
  const isRun = destination.kind === "automation";
  return (
    <Card>
      <Rail label={t("attempt_rail_label")}>
        {delivery.isInFlight && (
          <RailItem
            tone="progress"
            isPlanned
            title={t("attempt_rail_title", { value: delivery.attempts + 1 })}
          />
        )}
        {nextAttemptAt && (
          <RailItem
            tone="progress"
            isPlanned
            title={t("attempt_rail_attempt_value_planned", { value: delivery.attempts + 1 })}
            meta={<NextTry at={nextAttemptAt} zone={zone} />}
          />
        )}
        {delivery.status === "held" && (
          <RailItem
            tone="info"
            isPlanned
            title={t("attempt_rail_held", {
              number: delivery.attempts + 1,
              until: heldFor === null || heldFor === "paused" ? destination.kind : heldFor,
            })}
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
          <RailItem tone="neutral" title={t("attempt_rail_no_attempt_has_been")} />
        )}
      </Rail>
    </Card>
  );
}
