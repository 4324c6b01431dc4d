"use client";

import type { ReactNode } from "react";
import { LiveLog } from "#components/listing/live-log.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { TableHeading } from "#components/ui/table.tsx";
import { type DeliveryDto, deliveryDto } from "#lib/deliveries/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
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

/** The delivery log. */
export function DeliveryLog({ first, filters, eventTitles, zone, empty }: DeliveryLogProps) {
  return (
    <LiveLog
      label={t("delivery_log_label")}
      path="/deliveries"
      item={deliveryDto}
      first={first}
      filters={filters}
      toQuery={deliveryQuery}
      toParams={deliveryParams}
      empty={empty}
      headings={
        <>
          <TableHeading>{common("when")}</TableHeading>
          <TableHeading>{t("delivery_log_event")}</TableHeading>
          <TableHeading>{t("delivery_log_row_label")}</TableHeading>
          <TableHeading>{t("delivery_log_status")}</TableHeading>
          <TableHeading className="md:max-xl:hidden">{t("delivery_log_what_happened")}</TableHeading>
          <TableHeading align="end">{t("delivery_log_row_attempts")}</TableHeading>
          <TableHeading align="end">{t("delivery_log_took")}</TableHeading>
        </>
      }
      renderRow={(delivery, isNew) => (
        <DeliveryLogRow
          key={delivery.id}
          delivery={delivery}
          eventTitle={eventTitles[delivery.eventType] ?? delivery.eventType}
          zone={zone}
          isNew={isNew}
        />
      )}
    />
  );
}
