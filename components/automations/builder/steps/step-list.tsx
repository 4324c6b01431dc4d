"use client";

import { useEffect, useRef, useState } from "react";
import type { Step } from "#lib/automations/definition-schema.ts";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { useBuilder } from "../builder-context.ts";
import { titleOfStep } from "../builder-model.ts";
import { AddStep } from "./add-step.tsx";
import { StepCard } from "./step-card.tsx";
import { duplicateStep, moveStep, newStep } from "./step-edits.ts";

const maxSteps = 20;

interface StepListProps {
  steps: readonly Step[];
  onChange: (steps: Step[]) => void;
}

/** What is done, one step after the other. What was added or moved keeps the focus, and is told. */
export function StepList({ steps, onChange }: StepListProps) {
  const { snapshot } = useBuilder();
  const [told, setTold] = useState("");
  const focusOn = useRef<{ key: string; part: string } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const wanted = focusOn.current;
    if (wanted === null) return;
    focusOn.current = null;
    const place = list.current?.querySelector(`[data-step="${wanted.key}"] [data-part="${wanted.part}"]`);
    if (place instanceof HTMLElement && !place.matches(":disabled")) place.focus();
    else list.current?.querySelector<HTMLElement>(`[data-step="${wanted.key}"] [data-part="title"]`)?.focus();
  });

  function move(at: number, by: -1 | 1) {
    const step = steps[at];
    if (!step) return;
    focusOn.current = { key: step.key, part: by === -1 ? "up" : "down" };
    setTold(
      t("move_titleofstep_step_value_now", { titleOfStep: titleOfStep(snapshot, step), value: at + by + 1 }),
    );
    onChange(moveStep(steps, at, by));
  }

  return (
    <div className="grid min-w-0 gap-4">
      <p role="status" className="sr-only">
        {told}
      </p>
      <ol ref={list} className="grid min-w-0 gap-4">
        {steps.map((step, at) => (
          <StepCard
            key={step.key}
            step={step}
            at={at}
            isLast={at === steps.length - 1}
            onChange={(changed) => onChange(steps.with(at, changed))}
            onMove={(by) => move(at, by)}
            onDuplicate={() => {
              const next = duplicateStep(steps, at);
              focusOn.current = { key: next[at + 1]?.key ?? step.key, part: "title" };
              setTold(t("step_list_step_was_copied_copy"));
              onChange(next);
            }}
            onRemove={() => {
              const neighbour = steps[at + 1] ?? steps[at - 1];
              if (neighbour) focusOn.current = { key: neighbour.key, part: "title" };
              setTold(t("step_list_step_was_removed"));
              onChange(steps.toSpliced(at, 1));
            }}
          />
        ))}
      </ol>
      {steps.length < maxSteps ? (
        <AddStep
          label={steps.length === 0 ? t("step_list_add_first_step") : t("step_list_add_step")}
          isFirst={steps.length === 0}
          onAdd={(chosen) => {
            const step = newStep(steps, chosen);
            focusOn.current = { key: step.key, part: "title" };
            setTold(t("step_list_titleofstep_was_added", { titleOfStep: titleOfStep(snapshot, step) }));
            onChange([...steps, step]);
          }}
        />
      ) : (
        <p className="text-muted">{t("step_list_automation_has_most_maxsteps", { maxSteps })}</p>
      )}
    </div>
  );
}
