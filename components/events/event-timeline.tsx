import { Send } from "lucide-react";
import Link from "next/link";
import { attemptTitle } from "#components/deliveries/attempt-title.ts";
import { deliveryState, stopWord } from "#components/deliveries/delivery-state.ts";
import { destinationText } from "#components/deliveries/destination-text.ts";
import { NextTry } from "#components/deliveries/next-try.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Rail, RailItem } from "#components/ui/rail.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DeliveryDetailDto } from "#lib/deliveries/schema.ts";
import type { EventDetailDto } from "#lib/events/schema.ts";

interface TimelineProps {
  event: Pick<EventDetailDto, "timeline">;
  zone: string;
}

/** Every delivery of an event, each with its attempts. */
export function EventTimeline({ event, zone }: TimelineProps) {
  return (
    <Card>
      {event.timeline.length === 0 ? (
        <EmptyState
          icon={<Send aria-hidden />}
          title="It went nowhere"
          description="When it came in, no webhook had asked for this kind of event."
          action={<ButtonLink href="/webhooks">See your webhooks</ButtonLink>}
          className="py-8"
        />
      ) : (
        <Rail label="Deliveries of this event">
          {event.timeline.map((delivery) => (
            <DeliveryStep key={delivery.id} delivery={delivery} zone={zone} />
          ))}
        </Rail>
      )}
    </Card>
  );
}

function DeliveryStep({ delivery, zone }: { delivery: DeliveryDetailDto; zone: string }) {
  const { tone, word, isMoving } = deliveryState(delivery);
  const { description, label } = delivery.destination;
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
      {delivery.destination.kind === "webhook" && (
        <p className="truncate font-mono text-muted text-sm" title={label}>
          {host}
          {path}
        </p>
      )}
      <ol className="mt-2 grid gap-1.5">
        {delivery.attemptLog.map((attempt) => (
          <li key={attempt.id} className="grid border-line border-l-2 pl-3">
            <span className="flex flex-wrap justify-between gap-x-4">
              {attemptTitle(attempt)}
              <RelativeTime at={attempt.startedAt} zone={zone} className="text-muted text-sm" />
            </span>
            {attempt.outcome !== "delivered" && <span className="text-muted text-sm">{attempt.message}</span>}
          </li>
        ))}
        {delivery.nextAttemptAt && (
          <li className="border-line-strong border-l-2 border-dashed pl-3 text-muted">
            Next try <NextTry at={delivery.nextAttemptAt} zone={zone} />
          </li>
        )}
        {delivery.status === "held" && (
          <li className="border-line-strong border-l-2 border-dashed pl-3 text-muted">
            {`Held: the ${delivery.destination.kind} is ${stopWord(delivery.destination)}. `}
            {delivery.destination.kind === "webhook" && (
              <>
                <TextLink href={`/webhooks/${delivery.destination.id}`}>Resume the webhook</TextLink> to send
                it.
              </>
            )}
          </li>
        )}
      </ol>
    </RailItem>
  );
}
