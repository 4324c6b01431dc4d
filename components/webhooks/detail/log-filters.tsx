import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { webhooksDetail as t } from "#lib/words/en/screens/webhooks-detail.ts";
import { eventTypeOptions } from "../event-words.ts";

export const attemptStatusOptions = () =>
  [
    { value: "delivered", label: t("attempt_status_options_succeeded") },
    { value: "failed", label: t("attempt_status_options_failed") },
  ] as const;

/** Search and filters of a webhook's log, kept in the URL. */
export function LogFilterBar() {
  return (
    <FilterBar searchLabel={t("log_filter_bar_search_id_order")}>
      <FilterSelect
        name="status"
        label={t("log_filter_bar_label")}
        anyLabel={t("log_filter_bar_any_result")}
        options={attemptStatusOptions()}
      />
      <FilterSelect
        name="eventType"
        label={t("log_filter_bar_event")}
        anyLabel={t("log_filter_bar_any_event")}
        options={eventTypeOptions()}
      />
    </FilterBar>
  );
}
