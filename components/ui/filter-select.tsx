"use client";

import { useSearchParams } from "next/navigation";
import { Select, type SelectOption } from "./select.tsx";

interface FilterSelectProps {
  name: string;
  /** Read out, such as "Status". */
  label: string;
  /** The line that filters nothing, such as "Any status". */
  anyLabel: string;
  options: readonly SelectOption[];
}

/** One choice in a `FilterBar`; takes its value from the URL. */
export function FilterSelect({ name, label, anyLabel, options }: FilterSelectProps) {
  const params = useSearchParams();
  return (
    <Select
      name={name}
      aria-label={label}
      placeholder={anyLabel}
      options={options}
      defaultValue={params.get(name) ?? ""}
      className="w-auto min-w-36 max-sm:flex-1 sm:max-w-56"
    />
  );
}
