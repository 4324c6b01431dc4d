"use client";

import { Field } from "#components/ui/field.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { settingTitle } from "#lib/automations/words/place-words.ts";
import { formatPath } from "#lib/parse.ts";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { useBuilder } from "../builder-context.ts";
import { AmountInput } from "../condition/amount-input.tsx";
import { findShownError, problemsWithin } from "../problems.ts";
import type { StepSettingsProps } from "./step-settings.tsx";

/** Up to what amount a step that moves money is done without asking. */
export function StepLimit({ step, at, onChange }: StepSettingsProps) {
  const { problems, isAsked } = useBuilder();
  const path = ["steps", at, "limit"];
  const locale = useLocale();
  const title = settingTitle("limit", locale) ?? "";
  return (
    <Field
      name={formatPath(path)}
      label={title}
      help={t("step_limit_help")}
      error={findShownError(problemsWithin(problems, path), isAsked)}
    >
      <AmountInput
        label={title}
        minor={step.limit?.amount ?? 0}
        currency={step.limit?.currency}
        onChange={(amount, currency) =>
          onChange({ ...step, limit: amount > 0 ? { amount, currency } : null })
        }
      />
    </Field>
  );
}
