import { periodOptions } from "#components/listing/period.ts";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { SelectOption } from "#components/ui/select.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { events as t } from "#lib/words/en/screens/events.ts";
import { ownShown } from "./filters.ts";

const ownOptions = () =>
  [
    { value: ownShown, label: t("own_options_also_patchbays_own") },
  ] as const satisfies readonly SelectOption[];

/** Search and filters of the event list. */
export function EventFilterBar({ eventTypes }: { eventTypes: readonly SelectOption[] }) {
  return (
    <FilterBar searchLabel={t("event_filter_bar_search_order_number_name")}>
      <FilterSelect
        name="type"
        label={t("event_filter_bar_label")}
        anyLabel={t("event_filter_bar_any_event")}
        options={eventTypes}
      />
      <FilterSelect
        name="own"
        label={t("event_filter_bar_patchbays_own_events")}
        anyLabel={t("event_filter_bar_shop_events")}
        options={ownOptions()}
      />
      <FilterSelect
        name="period"
        label={common("period")}
        anyLabel={t("event_filter_bar_any_time")}
        options={periodOptions()}
      />
    </FilterBar>
  );
}
