"use client";

import { fieldId } from "#components/ui/field-id.ts";
import { Status } from "#components/ui/status.tsx";
import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import { automationsBuilderCondition as t } from "#lib/words/en/screens/automations-builder-condition.ts";
import { useBuilder } from "../builder-context.ts";
import { ConditionEditor } from "./condition-editor.tsx";

interface ConditionCardProps {
  condition: Condition | null;
  onChange: (condition: Condition | null) => void;
}

/** Which of the events count. None is said: all of them. */
export function ConditionCard({ condition, onChange }: ConditionCardProps) {
  const { scope } = useBuilder();
  const isMet = condition && scope ? evaluateCondition(condition, scope).isMet : null;
  return (
    <section
      id={fieldId("condition")}
      tabIndex={-1}
      aria-labelledby="only-if"
      className="grid min-w-0 gap-3 rounded-card outline-none"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="only-if" className="font-semibold text-lg">
          {t("condition_card_only_if")}
        </h2>
        <p role="status">
          {isMet !== null && (
            <Status tone={isMet ? "success" : "neutral"} className="text-sm">
              {isMet ? t("condition_card_sample_goes") : t("condition_card_sample_stops_here")}
            </Status>
          )}
        </p>
      </div>
      <div className="grid gap-3 rounded-card border border-line bg-surface p-card shadow-card max-sm:p-4">
        {condition === null && <p className="text-muted">{t("condition_card_there_no_condition_each")}</p>}
        <ConditionEditor condition={condition} path={["condition"]} onChange={onChange} />
      </div>
    </section>
  );
}
