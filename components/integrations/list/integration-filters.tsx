import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { integrationsList as t } from "#lib/words/en/screens/integrations-list.ts";

export const integrationStatusOptions = () =>
  [
    { value: "connected", label: t("integration_status_options_connected") },
    { value: "needs_attention", label: t("integration_status_options_needs_attention") },
    { value: "disconnected", label: t("integration_status_options_disconnected") },
  ] as const satisfies readonly { value: IntegrationDto["status"]; label: string }[];

/** Search and state of the list, kept in the URL. */
export function IntegrationFilters() {
  return (
    <FilterBar searchLabel={t("integration_filters_search_account_app")}>
      <FilterSelect
        name="status"
        label={common("state")}
        anyLabel={t("integration_filters_any_state")}
        options={integrationStatusOptions()}
      />
    </FilterBar>
  );
}
