"use client";

import { Select } from "#components/ui/select.tsx";

interface GroupKindProps {
  kind: "all" | "any";
  onChange: (kind: "all" | "any") => void;
}

/** Whether all comparisons of a group must be met, or one is enough. */
export function GroupKind({ kind, onChange }: GroupKindProps) {
  return (
    <Select
      aria-label="How many must be met"
      className="w-fit"
      value={kind}
      options={[
        { value: "all", label: "All of these" },
        { value: "any", label: "Any of these" },
      ]}
      onChange={(event) => onChange(event.target.value === "any" ? "any" : "all")}
    />
  );
}
