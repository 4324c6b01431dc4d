import { Send } from "lucide-react";
import { type Marks, RunTimeline } from "#components/automations/run/run-timeline.tsx";
import { AttemptDetail } from "#components/deliveries/attempt-detail.tsx";
import { attemptTitle } from "#components/deliveries/attempt-title.ts";
import { deliveryState, heldWord } from "#components/deliveries/delivery-state.ts";
import { destinationText } from "#components/deliveries/destination-text.ts";
import { NextTry } from "#components/deliveries/next-try.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Rail, RailItem } from "#components/ui/rail.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunDto } from "#lib/automations/runs/run-schema.ts";
import type { EventDetailDto } from "#lib/deliveries/event-detail-schema.ts";
import type { AttemptDetailDto, DeliveryDetailDto } from "#lib/deliveries/schema.ts";
import { events as t } from "#lib/words/en/screens/events.ts";

interface TimelineProps {
  event: Pick<EventDetailDto, "timeline">;
  /** What automations did about it, in any order. */
  runs: readonly RunDto[];
  marks: Marks;
  zone: string;
}

/** Every delivery of an event, each with its steps and attempts, and what was sent and answered. */
export function EventTimeline({ event, runs, marks, zone }: TimelineProps) {
  return (
    <Card>
      {event.timeline.length === 0 ? (
        <EmptyState
          icon={<Send aria-hidden />}
          title={t("event_timeline_title")}
          description={t("event_timeline_description")}
          action={<ButtonLink href="/recipes">{t("event_timeline_see_recipes")}</ButtonLink>}
          className="py-8"
        />
      ) : (
        <Rail label={t("event_timeline_label")}>
          {event.timeline.map((delivery) => (
            <DeliveryPart
              key={delivery.id}
              delivery={delivery}
              run={runs.find(({ id }) => id === delivery.id)}
              marks={marks}
              zone={zone}
            />
          ))}
        </Rail>
      )}
    </Card>
  );
}

interface DeliveryPartProps {
  delivery: DeliveryDetailDto;
  run: RunDto | undefined;
  marks: Marks;
  zone: string;
}

function DeliveryPart({ delivery, run, marks, zone }: DeliveryPartProps) {
  const { tone, word, isMoving } = deliveryState(delivery);
  const { description, label, kind, id } = delivery.destination;
  const { host, path } = destinationText(label);
  return (
    <RailItem
      tone={tone}
      title={
        <Link href={`/deliveries/${delivery.id}`} data-row-link className="rounded-tag hover:underline">
          {description || host}
        </Link>
      }
      meta={
        <Status tone={tone} isMoving={isMoving}>
          {word}
        </Status>
      }
    >
      {kind === "webhook" ? (
        <p className="truncate font-mono text-muted text-sm" title={label}>
          {host}
          {path}
        </p>
      ) : (
        <p className="text-muted text-sm">
          {run?.replayId ? t("delivery_part_automation_replayed") : t("delivery_part_automation")}
        </p>
      )}
      {run && (
        <div className="mt-3">
          <RunTimeline run={run} zone={zone} marks={marks} onDecided={null} />
        </div>
      )}
      <ol className="mt-2 grid gap-1.5">
        {delivery.attemptLog.map((attempt) => (
          <AttemptPart key={attempt.id} attempt={attempt} isRun={kind === "automation"} zone={zone} />
        ))}
        {delivery.nextAttemptAt && (
          <li className="border-line-strong border-l-2 border-dashed pl-3 text-muted">
            {t.rich("delivery_part_next_try", { time: <NextTry at={delivery.nextAttemptAt} zone={zone} /> })}
          </li>
        )}
        {delivery.status === "held" && (
          <li className="border-line-strong border-l-2 border-dashed pl-3 text-muted">
            {delivery.heldFor === "paused" || delivery.heldFor === null
              ? t.rich("delivery_part_held_replace_resume_kind", {
                  replace: heldWord(delivery).replace(" ", " is "),
                  kind,
                  link: (text) => <TextLink href={`/${kind}s/${id}`}>{text}</TextLink>,
                })
              : t.rich("delivery_part_held_heldword_open", {
                  heldWord: heldWord(delivery),
                  link: (text) => <TextLink href={`/deliveries/${delivery.id}`}>{text}</TextLink>,
                })}
          </li>
        )}
      </ol>
    </RailItem>
  );
}

function AttemptPart({ attempt, isRun, zone }: { attempt: AttemptDetailDto; isRun: boolean; zone: string }) {
  return (
    <li className="grid border-line border-l-2 pl-3">
      <span className="flex flex-wrap justify-between gap-x-4">
        {attemptTitle(attempt, isRun)}
        <RelativeTime at={attempt.startedAt} zone={zone} className="text-muted text-sm" />
      </span>
      {isRun ? (
        attempt.outcome !== "delivered" && <span className="text-muted text-sm">{attempt.message}</span>
      ) : (
        <AttemptDetail attempt={attempt} isOpenAtFirst={false} />
      )}
    </li>
  );
}
