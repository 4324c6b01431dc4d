"use client";

import { RadioCards } from "#components/ui/radio-cards.tsx";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import type { StepSettingsProps } from "./step-settings.tsx";

const cards = () => [
  { value: "live", label: t("cards_live"), description: t("cards_done_once") },
  { value: "review", label: t("cards_ask_first"), description: t("cards_prepared_done_once_one") },
  { value: "off", label: t("cards_off"), description: t("cards_skipped") },
];

/** Whether a step is done at once, on a person's yes, or not at all. */
export function StepMode({ step, at, movesMoney, onChange }: StepSettingsProps) {
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
