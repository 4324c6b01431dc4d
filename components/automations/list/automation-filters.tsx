import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { automationsList as t } from "#lib/words/en/screens/automations-list.ts";
import { common } from "#lib/words/en/screens/common.ts";

export const automationStatusOptions = () =>
  [
    { value: "active", label: t("automation_status_options_active") },
    { value: "failing", label: t("automation_status_options_failing") },
    { value: "paused", label: t("automation_status_options_paused") },
    { value: "draft", label: t("automation_status_options_draft") },
  ] as const;

/** Search and state of the list, kept in the URL. */
export function AutomationFilters() {
  return (
    <FilterBar searchLabel={t("automation_filters_search_name")}>
      <FilterSelect
        name="status"
        label={common("state")}
        anyLabel={t("automation_filters_any_state")}
        options={automationStatusOptions()}
      />
    </FilterBar>
  );
}
