"use client";

import { useQuery } from "@tanstack/react-query";
import { type Marks, RunTimeline } from "#components/automations/run/run-timeline.tsx";
import { apiGet } from "#components/listing/api-get.ts";
import { LiveTrouble } from "#components/listing/live-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type RunDto, runDto } from "#lib/automations/runs/run-schema.ts";
import { type DeliveryDetailDto, type DeliveryDto, deliveryDetailDto } from "#lib/deliveries/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { AttemptRail } from "./attempt-rail.tsx";
import { isUnderWay } from "./delivery-state.ts";
import { DeliveryStatus } from "./delivery-status.tsx";
import { destinationText } from "./destination-text.ts";
import { VerdictCard } from "./verdict-card.tsx";

interface DeliveryFactsProps {
  delivery: DeliveryDto;
  zone: string;
  /** Of its automation; null = it has none. */
  version?: number | null;
}

interface DeliveryViewProps {
  /** As the server read it. */
  first: DeliveryDetailDto;
  /** The same as a run, where it goes to an automation. */
  firstRun: RunDto | null;
  /** The marks of the apps of its steps. */
  marks: Marks;
  eventTitle: string;
  zone: string;
  canChange: boolean;
  /** Whether the reader may say yes to what an automation prepared, and decide. */
  canDecide: boolean;
}

const POLL_MS = 2_000;

/** One delivery, followed until it has ended. */
export function DeliveryView(props: DeliveryViewProps) {
  const { first, firstRun, eventTitle, zone, canChange } = props;
  const query = useQuery({
    queryKey: ["delivery", first.id],
    queryFn: ({ signal }) => fetchDelivery(first.id, firstRun !== null, signal),
    initialData: { delivery: first, run: firstRun },
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.delivery) ? POLL_MS : false),
  });
  const { delivery, run } = query.data;
  const reload = () => query.refetch().then(() => undefined);
  return (
    <>
      <PageHeader
        back={{ href: "/deliveries", label: t("delivery_view_deliveries") }}
        title={eventTitle}
        status={
          <>
            <DeliveryStatus delivery={delivery} look="pill" />
            {delivery.isTest && <Badge>{t("delivery_view_test")}</Badge>}
          </>
        }
        description={delivery.summary}
      />
      {query.error && <LiveTrouble error={query.error} />}
      <VerdictCard
        delivery={delivery}
        zone={zone}
        canChange={canChange}
        onChanged={reload}
        replay={
          run &&
          props.canDecide &&
          !isUnderWay(delivery) &&
          delivery.destination.state !== "deleted" && (
            <ButtonLink href={`/deliveries/${delivery.id}/replay`}>
              {delivery.status === "failed"
                ? t("delivery_view_other_ways_replay")
                : t("delivery_view_replay")}
            </ButtonLink>
          )
        }
        unmet={run?.condition?.isMet === false ? (run.condition.message ?? run.message ?? "") : null}
      />
      {run && (
        <Section
          title={t("delivery_view_title")}
          description={t("delivery_view_description")}
          className="mt-2"
        >
          <Card>
            <RunTimeline
              run={run}
              zone={zone}
              marks={props.marks}
              onDecided={props.canDecide ? reload : null}
            />
          </Card>
        </Section>
      )}
      <DeliveryFacts delivery={delivery} zone={zone} version={run?.version ?? null} />
      <Section
        title={t("delivery_view_attempts")}
        description={run ? t("delivery_view_each_time_was_started") : t("delivery_view_each_try_with_what")}
        className="mt-2"
      >
        <AttemptRail delivery={delivery} zone={zone} />
      </Section>
    </>
  );
}

async function fetchDelivery(id: string, isRun: boolean, signal: AbortSignal) {
  const [delivery, run] = await Promise.all([
    apiGet({ path: `/api/deliveries/${id}`, schema: deliveryDetailDto, signal }),
    isRun ? apiGet({ path: `/api/runs/${id}`, schema: runDto, signal }) : null,
  ]);
  return { delivery, run };
}

/** Where the delivery comes from and goes to. */
function DeliveryFacts({ delivery, zone, version = null }: DeliveryFactsProps) {
  const { destination, completedAt } = delivery;
  const { host, path } = destinationText(destination.label);
  const name = destination.description || `${host}${path}`;
  return (
    <Card>
      <KeyValueList
        layout="columns"
        items={[
          {
            key: t("delivery_facts_event"),
            value: <TextLink href={`/events/${delivery.eventId}`}>{delivery.eventType}</TextLink>,
          },
          {
            key:
              destination.kind === "automation"
                ? t("delivery_facts_automation")
                : t("delivery_facts_webhook"),
            value:
              destination.state === "deleted" ? (
                t("delivery_facts_name_deleted", { name })
              ) : (
                <TextLink href={`/${destination.kind}s/${destination.id}`}>{name}</TextLink>
              ),
          },
          ...(version === null ? [] : [{ key: t("delivery_facts_version"), value: version }]),
          { key: t("delivery_facts_created"), value: <RelativeTime at={delivery.createdAt} zone={zone} /> },
          {
            key: t("delivery_facts_ended"),
            value: completedAt ? <RelativeTime at={completedAt} zone={zone} /> : t("delivery_facts_progress"),
          },
          { key: t("delivery_facts_attempts"), value: delivery.attempts },
        ]}
      />
      <div className="mt-4 grid border-line border-t pt-3">
        <Copyable text={delivery.id} label={t("delivery_facts_label")} isTruncated />
        <Copyable text={delivery.eventId} label={t("delivery_facts_event_id")} isTruncated />
        {destination.kind === "webhook" && (
          <Copyable text={destination.label} label={common("url")} isTruncated />
        )}
      </div>
    </Card>
  );
}
