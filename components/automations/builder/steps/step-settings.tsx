"use client";

import { ChevronRight } from "lucide-react";
import { Field } from "#components/ui/field.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Step } from "#lib/automations/definition-schema.ts";
import { settingTitle } from "#lib/automations/words/place-words.ts";
import { formatPath } from "#lib/parse.ts";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { useBuilder } from "../builder-context.ts";
import { AmountInput } from "../condition/amount-input.tsx";
import { ConditionEditor } from "../condition/condition-editor.tsx";
import { findShownError, problemsWithin } from "../problems.ts";
import { MustReach } from "./must-reach.tsx";
import { freshnessChoices, settingsWords } from "./settings-words.ts";

export interface StepSettingsProps {
  step: Step;
  at: number;
  movesMoney: boolean;
  onChange: (step: Step) => void;
}

/** When a step is done, and what holds when it is not: folded, with what differs from the usual in its title. */
export function StepSettings(props: StepSettingsProps) {
  const { step, at, movesMoney, onChange } = props;
  const locale = useLocale();
  return (
    <details className="group/settings min-w-0 rounded-control border border-line" open={movesMoney}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-control px-3 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open/settings:rotate-90"
        />
        <span className="min-w-0">
          <span className="font-medium">{t("step_settings_settings_step_value", { value: at + 1 })}</span>
          <span className="text-muted text-sm"> · {settingsWords(step, locale)}</span>
        </span>
      </summary>
      <div className="grid min-w-0 gap-6 border-line border-t p-4 max-sm:p-3">
        <StepMode {...props} />
        {movesMoney && <StepLimit {...props} />}
        <Freshness {...props} />
        <div className="grid gap-2">
          <p className="font-medium">{t("step_settings_only_if")}</p>
          <p className="text-muted text-sm">{t("step_settings_this_step_alone_results")}</p>
          <ConditionEditor
            condition={step.condition}
            path={["steps", at, "condition"]}
            onChange={(condition) => onChange({ ...step, condition })}
          />
        </div>
        <MustReach {...props} />
      </div>
    </details>
  );
}

/** How long after the event a step still makes sense. */
function Freshness({ step, onChange }: StepSettingsProps) {
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

/** Up to what amount a step that moves money is done without asking. */
function StepLimit({ step, at, onChange }: StepSettingsProps) {
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

const cards = () => [
  { value: "live", label: t("cards_live"), description: t("cards_done_once") },
  { value: "review", label: t("cards_ask_first"), description: t("cards_prepared_done_once_one") },
  { value: "off", label: t("cards_off"), description: t("cards_skipped") },
];

/** Whether a step is done at once, on a person's yes, or not at all. */
function StepMode({ step, at, movesMoney, onChange }: StepSettingsProps) {
  return (
    <div className="grid gap-1.5">
      <RadioCards
        name={`mode-${step.key}`}
        legend={t("step_mode_when_step_value_due", { value: at + 1 })}
        columns={3}
        cards={cards()}
        value={step.mode}
        onValueChange={(mode) => {
          if (mode === "live" || mode === "review" || mode === "off") onChange({ ...step, mode });
        }}
      />
      {movesMoney && <p className="text-muted text-sm">{t("step_mode_this_step_moves_money")}</p>}
    </div>
  );
}
