"use client";

import { useQuery } from "@tanstack/react-query";
import type { Marks } from "#components/automations/run/run-timeline.tsx";
import { apiGet } from "#components/listing/api-get.ts";
import { LiveTrouble } from "#components/listing/live-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type RunDto, runDto } from "#lib/automations/runs/run-schema.ts";
import { type EventDetailDto, eventDetailDto } from "#lib/deliveries/event-detail-schema.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import type { EventDto } from "#lib/events/schema.ts";
import { events as t } from "#lib/words/en/screens/events.ts";
import { deliveriesOutcome } from "./deliveries-outcome.ts";
import { EventTimeline } from "./event-timeline.tsx";
import { findRunIds } from "./find-run-ids.ts";

const origins = () =>
  ({
    api: t("origins_api_key_yours"),
    inngest: t("origins_service_platform"),
    patchbay: t("origins_patchbay_itself"),
    test: t("origins_test_you_sent"),
  }) as const satisfies Record<EventDto["origin"], string>;

interface EventViewProps {
  /** As the server read it. */
  first: EventDetailDto;
  /** What automations did about it. */
  firstRuns: readonly RunDto[];
  /** The marks of the apps that they used. */
  marks: Marks;
  title: string;
  zone: string;
}

const POLL_MS = 2_000;

/** One event and what came of it, followed until every delivery has ended. */
export function EventView({ first, firstRuns, marks, title, zone }: EventViewProps) {
  const query = useQuery({
    queryKey: ["event", first.id],
    queryFn: ({ signal }) => fetchEvent(first.id, signal),
    initialData: { event: first, runs: firstRuns },
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.event.deliveries.pending > 0 ? POLL_MS : false),
  });
  const { event, runs } = query.data;
  const outcome = deliveriesOutcome(event.deliveries);
  return (
    <>
      <PageHeader
        back={{ href: "/events", label: t("event_view_events") }}
        title={title}
        status={
          <>
            <Status look="pill" tone={outcome.tone}>
              {outcome.text}
            </Status>
            {event.origin === "test" && <Badge>{t("event_view_test")}</Badge>}
          </>
        }
        description={eventSummary(event)}
      />
      {query.error && <LiveTrouble error={query.error} />}
      <EventFacts event={event} zone={zone} />
      <div className="grid items-start gap-x-8 gap-y-section lg:grid-cols-2">
        <Section title={t("event_view_title")} description={t("event_view_description")}>
          <EventTimeline event={event} runs={runs} marks={marks} zone={zone} />
        </Section>
        <Section title={t("event_view_data")} description={t("event_view_as_was_received_as")}>
          {event.isDataKept ? null : (
            <p className="mb-3 text-muted text-sm">{t("event_view_event_so_old_that")}</p>
          )}
          <CodeBlock label={t("event_view_label")} language="json" code={JSON.stringify(event.data)} />
        </Section>
      </div>
    </>
  );
}

async function fetchEvent(id: string, signal: AbortSignal) {
  const event = await apiGet({
    path: `/api/events/${encodeURIComponent(id)}`,
    schema: eventDetailDto,
    signal,
  });
  const runs = await Promise.all(
    findRunIds(event).map((runId) => apiGet({ path: `/api/runs/${runId}`, schema: runDto, signal })),
  );
  return { event, runs };
}

/** When the event happened, when it came in, and who sent it. */
function EventFacts({ event, zone }: { event: EventDto; zone: string }) {
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
          {index > 0 && " → "}
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
