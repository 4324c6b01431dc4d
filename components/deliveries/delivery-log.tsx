"use client";

import { type ReactNode, useRef } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { hrefWith } from "#components/listing/search-params.ts";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { Table, TableBody, TableHead, TableHeading } from "#components/ui/table.tsx";
import { type DeliveryDto, deliveryDto } from "#lib/deliveries/schema.ts";
import { pageOf } from "#lib/listing/page.ts";
import { DeliveryLogRow } from "./delivery-log-row.tsx";
import { type DeliveryFilters, deliveryParams, deliveryQuery } from "./filters.ts";

interface DeliveryLogProps {
  first: LivePage<DeliveryDto>;
  filters: DeliveryFilters;
  /** Titles of the event types, by type. */
  eventTitles: Readonly<Record<string, string>>;
  zone: string;
  /** Shown while there is no row. */
  empty: ReactNode;
}

const page = pageOf(deliveryDto);

/** The delivery log, live: what is shown follows `GET /api/deliveries` with the same filters. */
export function DeliveryLog({ first, filters, eventTitles, zone, empty }: DeliveryLogProps) {
  const container = useRef<HTMLElement>(null);
  const live = useLivePage<DeliveryDto>({
    queryKey: ["deliveries", filters],
    queryFn: ({ signal }) =>
      apiGet({ path: "/api/deliveries", query: deliveryQuery(filters, Date.now()), schema: page, signal }),
    first,
    isFirstPage: filters.trail.length === 0,
    container,
  });
  const { data, nextCursor } = live.shown;
  const arrived = new Set(live.arrivedIds);
  const hrefOf = (cursor: string | undefined) => hrefWith("/deliveries", deliveryParams(filters, cursor));
  const older = olderParam(filters.trail, nextCursor);
  return (
    <>
      <LiveList
        label="Deliveries"
        container={container}
        waitingCount={live.waitingCount}
        onShowWaiting={live.showWaiting}
        error={live.error}
      >
        {data.length === 0 ? (
          empty
        ) : (
          <Table caption="Deliveries, newest first" density="compact">
            <TableHead>
              <TableHeading>When</TableHeading>
              <TableHeading>Event</TableHeading>
              <TableHeading>To</TableHeading>
              <TableHeading>Status</TableHeading>
              <TableHeading className="md:max-xl:hidden">What happened</TableHeading>
              <TableHeading align="end">Attempts</TableHeading>
              <TableHeading align="end">Took</TableHeading>
            </TableHead>
            <TableBody>
              {data.map((delivery) => (
                <DeliveryLogRow
                  key={delivery.id}
                  delivery={delivery}
                  eventTitle={eventTitles[delivery.eventType] ?? delivery.eventType}
                  zone={zone}
                  isNew={arrived.has(delivery.id)}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </LiveList>
      <Pagination
        newerHref={filters.trail.length > 0 ? hrefOf(newerParam(filters.trail)) : null}
        olderHref={older === undefined ? null : hrefOf(older)}
      />
    </>
  );
}
