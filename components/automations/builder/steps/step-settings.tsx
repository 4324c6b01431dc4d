"use client";

import { ChevronRight } from "lucide-react";
import { useLocale } from "#components/ui/locale-context.tsx";
import type { Step } from "#lib/automations/definition-schema.ts";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { ConditionEditor } from "../condition/condition-editor.tsx";
import { Freshness } from "./freshness.tsx";
import { MustReach } from "./must-reach.tsx";
import { settingsWords } from "./settings-words.ts";
import { StepLimit } from "./step-limit.tsx";
import { StepMode } from "./step-mode.tsx";

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
