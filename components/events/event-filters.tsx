import { periodOptions } from "#components/listing/period.ts";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { SelectOption } from "#components/ui/select.tsx";
import { ownShown } from "./filters.ts";

const ownOptions = [
  { value: ownShown, label: "Also Patchbay's own" },
] as const satisfies readonly SelectOption[];

/** Search and filters of the event list. */
export function EventFilterBar({ eventTypes }: { eventTypes: readonly SelectOption[] }) {
  return (
    <FilterBar searchLabel="Search by order number, name or id">
      <FilterSelect name="type" label="Event" anyLabel="Any event" options={eventTypes} />
      <FilterSelect name="own" label="Patchbay's own events" anyLabel="Shop events" options={ownOptions} />
      <FilterSelect name="period" label="Period" anyLabel="Any time" options={periodOptions} />
    </FilterBar>
  );
}
