import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { ListWebhooksStatus } from "#lib/webhooks/schema.ts";

export const webhookStatusOptions = [
  { value: "active", label: "Active" },
  { value: "failing", label: "Failing" },
  { value: "paused", label: "Paused" },
  { value: "disabled", label: "Switched off" },
] as const satisfies readonly { value: ListWebhooksStatus; label: string }[];

/** Search and state of the list, kept in the URL. */
export function WebhookFilters() {
  return (
    <FilterBar searchLabel="Search by URL or description">
      <FilterSelect name="status" label="State" anyLabel="Any state" options={webhookStatusOptions} />
    </FilterBar>
  );
}
