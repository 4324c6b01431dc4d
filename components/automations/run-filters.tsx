import { PillLinks } from "#components/listing/pill-links.tsx";
import { hrefWith } from "#components/listing/search-params.ts";
import type { DeliveryStatus } from "#lib/deliveries/schema.ts";

export const runStatusOptions = [
  { value: "delivered", label: "Done" },
  { value: "failed", label: "Failed" },
  { value: "pending", label: "Running" },
  { value: "held", label: "Waiting" },
] as const satisfies readonly { value: DeliveryStatus; label: string }[];

/** The states that runs can be narrowed to, as links. */
export function RunFilters({ path, selected }: { path: string; selected: DeliveryStatus | undefined }) {
  const all = [{ value: undefined, label: "All" }, ...runStatusOptions];
  return (
    <PillLinks
      label="State of the runs"
      pills={all.map(({ value, label }) => ({ id: value, label, href: hrefWith(path, { status: value }) }))}
      selected={selected}
    />
  );
}
