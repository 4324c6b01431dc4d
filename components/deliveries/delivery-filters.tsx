import { periodOptions } from "#components/listing/period.ts";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { SelectOption } from "#components/ui/select.tsx";
import { statusOptions } from "./delivery-state.ts";

interface DeliveryFiltersProps {
  eventTypes: readonly SelectOption[];
  /** Webhooks and automations. */
  destinations: readonly SelectOption[];
}

/** Search and filters of the delivery log. */
export function DeliveryFilterBar({ eventTypes, destinations }: DeliveryFiltersProps) {
  return (
    <FilterBar searchLabel="Search by order number, name or id">
      <FilterSelect name="status" label="Status" anyLabel="Any status" options={statusOptions} />
      <FilterSelect name="eventType" label="Event" anyLabel="Any event" options={eventTypes} />
      <FilterSelect name="webhook" label="Destination" anyLabel="Any destination" options={destinations} />
      <FilterSelect name="period" label="Period" anyLabel="Any time" options={periodOptions} />
    </FilterBar>
  );
}
