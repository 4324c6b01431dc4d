"use client";

import { Select } from "#components/ui/select.tsx";
import { automationsBuilderCondition as t } from "#lib/words/en/screens/automations-builder-condition.ts";

interface GroupKindProps {
  kind: "all" | "any";
  onChange: (kind: "all" | "any") => void;
}

/** Whether all comparisons of a group must be met, or one is enough. */
export function GroupKind({ kind, onChange }: GroupKindProps) {
  return (
    <Select
      aria-label={t("group_kind_how_many_must_met")}
      className="w-fit"
      value={kind}
      options={[
        { value: "all", label: t("group_kind_all_these") },
        { value: "any", label: t("group_kind_any_these") },
      ]}
      onChange={(event) => onChange(event.target.value === "any" ? "any" : "all")}
    />
  );
}
