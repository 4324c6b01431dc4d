"use client";

import { useQuery } from "@tanstack/react-query";
import type { Marks } from "#components/automations/run/run-timeline.tsx";
import { apiGet } from "#components/listing/api-get.ts";
import { LiveTrouble } from "#components/listing/live-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { type RunDto, runDto } from "#lib/automations/runs/run-schema.ts";
import { type EventDetailDto, eventDetailDto } from "#lib/deliveries/event-detail-schema.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { events as t } from "#lib/words/en/screens/events.ts";
import { deliveriesOutcome } from "./deliveries-outcome.ts";
import { EventFacts } from "./event-facts.tsx";
import { EventTimeline } from "./event-timeline.tsx";
import { runIdsOf } from "./run-ids-of.ts";

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
    runIdsOf(event).map((runId) => apiGet({ path: `/api/runs/${runId}`, schema: runDto, signal })),
  );
  return { event, runs };
}
