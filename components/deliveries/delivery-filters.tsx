import { periodOptions } from "#components/listing/period.ts";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { SelectOption } from "#components/ui/select.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { statusOptions } from "./delivery-state.ts";

interface DeliveryFiltersProps {
  eventTypes: readonly SelectOption[];
  /** Webhooks and automations. */
  destinations: readonly SelectOption[];
}

/** Search and filters of the delivery log. */
export function DeliveryFilterBar({ eventTypes, destinations }: DeliveryFiltersProps) {
  return (
    <FilterBar searchLabel={t("delivery_filter_bar_search_order_number_name")}>
      <FilterSelect
        name="status"
        label={t("delivery_filter_bar_label")}
        anyLabel={t("delivery_filter_bar_any_status")}
        options={statusOptions()}
      />
      <FilterSelect
        name="eventType"
        label={t("delivery_filter_bar_event")}
        anyLabel={t("delivery_filter_bar_any_event")}
        options={eventTypes}
      />
      <FilterSelect
        name="webhook"
        label={t("delivery_filter_bar_destination")}
        anyLabel={t("delivery_filter_bar_any_destination")}
        options={destinations}
      />
      <FilterSelect
        name="period"
        label={common("period")}
        anyLabel={t("delivery_filter_bar_any_time")}
        options={periodOptions()}
      />
    </FilterBar>
  );
}
