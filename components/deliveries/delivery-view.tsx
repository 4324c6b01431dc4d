"use client";

import { useQuery } from "@tanstack/react-query";
import { apiGet } from "#components/listing/api-get.ts";
import { LiveTrouble } from "#components/listing/live-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { type DeliveryDetailDto, deliveryDetailDto } from "#lib/deliveries/schema.ts";
import { AttemptRail } from "./attempt-rail.tsx";
import { DeliveryFacts } from "./delivery-facts.tsx";
import { isUnderWay } from "./delivery-state.ts";
import { DeliveryStatus } from "./delivery-status.tsx";
import { VerdictCard } from "./verdict-card.tsx";

interface DeliveryViewProps {
  /** As the server read it. */
  first: DeliveryDetailDto;
  eventTitle: string;
  zone: string;
  canChange: boolean;
}

const POLL_MS = 2_000;

/** One delivery, followed until it has ended. */
export function DeliveryView({ first, eventTitle, zone, canChange }: DeliveryViewProps) {
  const query = useQuery({
    queryKey: ["delivery", first.id],
    queryFn: ({ signal }) =>
      apiGet({ path: `/api/deliveries/${first.id}`, schema: deliveryDetailDto, signal }),
    initialData: first,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  });
  const delivery = query.data;
  return (
    <>
      <PageHeader
        back={{ href: "/deliveries", label: "Deliveries" }}
        title={eventTitle}
        status={
          <>
            <DeliveryStatus delivery={delivery} look="pill" />
            {delivery.isTest && <Badge>Test</Badge>}
          </>
        }
        description={delivery.summary}
      />
      {query.error && <LiveTrouble error={query.error} />}
      <VerdictCard
        delivery={delivery}
        zone={zone}
        canChange={canChange}
        onChanged={() => query.refetch().then(() => undefined)}
      />
      <DeliveryFacts delivery={delivery} zone={zone} />
      <Section
        title="Attempts"
        description="Each try with what was sent and what came back, the latest first."
        className="mt-2"
      >
        <AttemptRail delivery={delivery} zone={zone} />
      </Section>
    </>
  );
}
