import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { eventTypeOptions } from "../event-words.ts";

export const attemptStatusOptions = [
  { value: "delivered", label: "Succeeded" },
  { value: "failed", label: "Failed" },
] as const;

/** Search and filters of a webhook's log, kept in the URL. */
export function LogFilterBar() {
  return (
    <FilterBar searchLabel="Search by id or order">
      <FilterSelect name="status" label="Result" anyLabel="Any result" options={attemptStatusOptions} />
      <FilterSelect name="eventType" label="Event" anyLabel="Any event" options={eventTypeOptions} />
    </FilterBar>
  );
}
