"use client";

import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { StepSettingsProps } from "./step-settings.tsx";

const cards = [
  { value: "live", label: "Live", description: "Done at once." },
  { value: "review", label: "Ask first", description: "Prepared, and done once one of you approves it." },
  { value: "off", label: "Off", description: "Skipped." },
];

/** Whether a step is done at once, on a person's yes, or not at all. */
export function StepMode({ step, at, movesMoney, onChange }: StepSettingsProps) {
  return (
    <div className="grid gap-1.5">
      <RadioCards
        name={`mode-${step.key}`}
        legend={`When step ${at + 1} is due`}
        columns={3}
        cards={cards}
        value={step.mode}
        onValueChange={(mode) => {
          if (mode === "live" || mode === "review" || mode === "off") onChange({ ...step, mode });
        }}
      />
      {movesMoney && (
        <p className="text-muted text-sm">
          This step moves money. Live needs a limit; above it the step asks first.
        </p>
      )}
    </div>
  );
}
