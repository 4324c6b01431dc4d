import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { EventDto } from "#lib/events/schema.ts";

const origins = {
  api: "An API key of yours",
  inngest: "A service of the platform",
  patchbay: "Patchbay itself",
  test: "A test you sent",
} as const satisfies Record<EventDto["origin"], string>;

/** When the event happened, when it came in, and who sent it. */
export function EventFacts({ event, zone }: { event: EventDto; zone: string }) {
  return (
    <Card>
      <KeyValueList
        layout="columns"
        items={[
          { key: "Type", value: <TextLink href={`/event-types/${event.type}`}>{event.type}</TextLink> },
          { key: "Happened", value: <RelativeTime at={event.occurredAt} zone={zone} /> },
          { key: "Received", value: <RelativeTime at={event.acceptedAt} zone={zone} /> },
          { key: "Sent by", value: origins[event.origin] },
          ...(event.cause === null ? [] : [{ key: "Caused by", value: <Cause cause={event.cause} /> }]),
        ]}
      />
      <div className="mt-4 border-line border-t pt-3">
        <Copyable text={event.id} label="event id" isTruncated />
      </div>
    </Card>
  );
}

/** The automations that led to the event, and what follows. */
function Cause({ cause: { automations, withoutRuns } }: { cause: NonNullable<EventDto["cause"]> }) {
  return (
    <>
      {automations.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ", then "}
          <TextLink href={`/automations/${id}`}>{name}</TextLink>
        </span>
      ))}
      <span className="block text-muted">
        {withoutRuns === "all"
          ? `After ${automations.length} automations in a row, no automation runs on it.`
          : "An automation does not run on what it led to itself."}
      </span>
    </>
  );
}
