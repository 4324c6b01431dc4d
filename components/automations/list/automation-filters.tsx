import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";

export const automationStatusOptions = [
  { value: "active", label: "Active" },
  { value: "failing", label: "Failing" },
  { value: "paused", label: "Paused" },
  { value: "draft", label: "Draft" },
] as const;

/** Search and state of the list, kept in the URL. */
export function AutomationFilters() {
  return (
    <FilterBar searchLabel="Search by name">
      <FilterSelect name="status" label="State" anyLabel="Any state" options={automationStatusOptions} />
    </FilterBar>
  );
}
