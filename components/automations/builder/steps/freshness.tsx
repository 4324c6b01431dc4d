"use client";

import { Field } from "#components/ui/field.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Select } from "#components/ui/select.tsx";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { freshnessChoices } from "./settings-words.ts";
import type { StepSettingsProps } from "./step-settings.tsx";

/** How long after the event a step still makes sense. */
export function Freshness({ step, onChange }: StepSettingsProps) {
  const locale = useLocale();
  return (
    <Field name={`fresh-${step.key}`} label={t("freshness_label")} help={t("freshness_help")}>
      <Select
        required={false}
        value={String(step.freshForSeconds)}
        options={freshnessChoices(step.freshForSeconds, locale)}
        onChange={(event) => {
          const { value } = event.target;
          onChange({ ...step, freshForSeconds: value === "null" ? null : Number(value) });
        }}
      />
    </Field>
  );
}
