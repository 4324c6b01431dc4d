import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { EventDto } from "#lib/events/schema.ts";
import { events as t } from "#lib/words/en/screens/events.ts";

const origins = () =>
  ({
    api: t("origins_api_key_yours"),
    inngest: t("origins_service_platform"),
    patchbay: t("origins_patchbay_itself"),
    test: t("origins_test_you_sent"),
  }) as const satisfies Record<EventDto["origin"], string>;

/** When the event happened, when it came in, and who sent it. */
export function EventFacts({ event, zone }: { event: EventDto; zone: string }) {
  return (
    <Card>
      <KeyValueList
        layout="columns"
        items={[
          {
            key: t("event_facts_type"),
            value: <TextLink href={`/event-types/${event.type}`}>{event.type}</TextLink>,
          },
          { key: t("event_facts_happened"), value: <RelativeTime at={event.occurredAt} zone={zone} /> },
          { key: t("event_facts_received"), value: <RelativeTime at={event.acceptedAt} zone={zone} /> },
          { key: t("event_facts_sent"), value: origins()[event.origin] },
          ...(event.cause === null
            ? []
            : [{ key: t("event_facts_caused"), value: <Cause cause={event.cause} /> }]),
        ]}
      />
      <div className="mt-4 border-line border-t pt-3">
        <Copyable text={event.id} label={t("event_facts_label")} isTruncated />
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
          {index > 0 && `${t("cause_then")} `}
          <TextLink href={`/automations/${id}`}>{name}</TextLink>
        </span>
      ))}
      <span className="block text-muted">
        {withoutRuns === "all"
          ? t("cause_after_count_automations_row", { count: automations.length })
          : t("cause_automation_does_not_run")}
      </span>
    </>
  );
}
