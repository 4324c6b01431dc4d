import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { ListWebhooksStatus } from "#lib/webhooks/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { webhooksList as t } from "#lib/words/en/screens/webhooks-list.ts";

export const webhookStatusOptions = () =>
  [
    { value: "active", label: t("webhook_status_options_active") },
    { value: "failing", label: t("webhook_status_options_failing") },
    { value: "paused", label: t("webhook_status_options_paused") },
    { value: "disabled", label: t("webhook_status_options_switched_off") },
  ] as const satisfies readonly { value: ListWebhooksStatus; label: string }[];

/** Search and state of the list, kept in the URL. */
export function WebhookFilters() {
  return (
    <FilterBar searchLabel={t("webhook_filters_search_url_description")}>
      <FilterSelect
        name="status"
        label={common("state")}
        anyLabel={t("webhook_filters_any_state")}
        options={webhookStatusOptions()}
      />
    </FilterBar>
  );
}
