"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { freshnessChoices, withOwn } from "./settings-words.ts";
import type { StepSettingsProps } from "./step-settings.tsx";

/** How long after the event a step still makes sense. */
export function Freshness({ step, onChange }: StepSettingsProps) {
  return (
    <Field
      name={`fresh-${step.key}`}
      label="Makes sense"
      help="Counted from the event. A step that comes later than that is skipped, and the run says so."
    >
      <Select
        required={false}
        value={String(step.freshForSeconds)}
        options={withOwn(freshnessChoices, step.freshForSeconds)}
        onChange={(event) => {
          const { value } = event.target;
          onChange({ ...step, freshForSeconds: value === "null" ? null : Number(value) });
        }}
      />
    </Field>
  );
}
