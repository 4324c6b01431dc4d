import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";

export const integrationStatusOptions = [
  { value: "connected", label: "Connected" },
  { value: "needs_attention", label: "Needs attention" },
  { value: "disconnected", label: "Disconnected" },
] as const satisfies readonly { value: IntegrationDto["status"]; label: string }[];

/** Search and state of the list, kept in the URL. */
export function IntegrationFilters() {
  return (
    <FilterBar searchLabel="Search by account or app">
      <FilterSelect name="status" label="State" anyLabel="Any state" options={integrationStatusOptions} />
    </FilterBar>
  );
}
