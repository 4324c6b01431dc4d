"use client";

import { ArrowDown, ArrowUp, ChevronDown, Copy, Trash2 } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Status } from "#components/ui/status.tsx";
import type { Step } from "#lib/automations/definition-schema.ts";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { PlaceContext, useBuilder } from "../builder-context.ts";
import { earlierSteps, findChosen, titleOfStep } from "../builder-model.ts";
import { type DraftProblem, problemsWithin } from "../problems.ts";
import { WouldBeSent } from "../sample/would-be-sent.tsx";
import { findDependentSteps } from "./step-edits.ts";
import { StepFields } from "./step-fields.tsx";
import { StepSettings } from "./step-settings.tsx";

interface StepCardProps {
  step: Step;
  at: number;
  isLast: boolean;
  onChange: (step: Step) => void;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One step: which app does what, with which values, and when. */
export function StepCard({ step, at, isLast, onChange, onMove, onDuplicate, onRemove }: StepCardProps) {
  const { snapshot, definition, problems, isAsked, getResources } = useBuilder();
  const id = useId();
  const [isOpen, setIsOpen] = useState(true);
  useEffect(() => {
    if (isAsked) setIsOpen(true);
  }, [isAsked]);
  const { app, connection, action } = findChosen(snapshot, step);
  const title = titleOfStep(snapshot, step);
  const inside = problemsWithin(problems, ["steps", at]);
  const users = findDependentSteps(definition, step.key);

  function remove() {
    const question = t("remove_remove_this_step_count", { count: users.length });
    if (users.length === 0 || window.confirm(question)) onRemove();
  }

  return (
    <li data-step={step.key} className="min-w-0 rounded-card border border-line bg-surface shadow-card">
      <section aria-labelledby={id}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-card py-3.5 max-sm:px-4">
          {app && <AppMark app={app} />}
          <div className="grid min-w-0 flex-1 basis-48 gap-0.5">
            <h3 id={id} className="min-w-0 font-semibold [overflow-wrap:anywhere]">
              <button
                type="button"
                data-part="title"
                aria-expanded={isOpen}
                aria-controls={`${id}-body`}
                onClick={() => setIsOpen(!isOpen)}
                className="inline-flex min-h-9 items-center gap-1.5 rounded-tag text-left hover:text-accent-text"
              >
                <span>
                  <span className="text-muted tabular-nums">{at + 1}. </span>
                  {title}
                </span>
                <ChevronDown
                  aria-hidden
                  className={cn("size-4 shrink-0 text-subtle transition-transform", isOpen && "rotate-180")}
                />
              </button>
            </h3>
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
              <span className="text-muted">{connection?.label}</span>
              {connection?.isSandbox && <Badge>{t("step_card_sandbox")}</Badge>}
              {step.mode === "review" && <Badge tone="info">{t("step_card_asks_first")}</Badge>}
              {step.mode === "off" && <Badge tone="warning">{t("step_card_off")}</Badge>}
              <StepProblems problems={inside} />
            </div>
          </div>
          <div className="flex">
            <IconButton
              label={t("step_card_move_step_value_up", { value: at + 1 })}
              data-part="up"
              icon={<ArrowUp aria-hidden />}
              disabled={at === 0}
              onClick={() => onMove(-1)}
            />
            <IconButton
              label={t("step_card_move_step_value_down", { value: at + 1 })}
              data-part="down"
              icon={<ArrowDown aria-hidden />}
              disabled={isLast}
              onClick={() => onMove(1)}
            />
            <IconButton
              label={t("step_card_duplicate_step_value", { value: at + 1 })}
              icon={<Copy aria-hidden />}
              onClick={onDuplicate}
            />
            <IconButton
              label={t("step_card_remove_step_value", { value: at + 1 })}
              icon={<Trash2 aria-hidden />}
              onClick={remove}
            />
          </div>
        </div>
        <div id={`${id}-body`} hidden={!isOpen} className="border-line border-t">
          <PlaceContext
            value={{
              earlier: earlierSteps(snapshot, definition, at),
              line: null,
              lineAtHand: null,
              resources: getResources(step.integrationId),
            }}
          >
            <div className="grid min-w-0 gap-5 p-card max-sm:p-4">
              <StepFields step={step} at={at} onChange={onChange} />
              <WouldBeSent at={at} />
              <StepSettings
                step={step}
                at={at}
                movesMoney={action?.movesMoney ?? false}
                onChange={onChange}
              />
            </div>
          </PlaceContext>
        </div>
      </section>
    </li>
  );
}

function StepProblems({ problems }: { problems: readonly DraftProblem[] }) {
  const count = (weight: DraftProblem["weight"]) => problems.filter((one) => one.weight === weight).length;
  const [wrong, open] = [count("refused"), count("unfinished")];
  return (
    <>
      {wrong > 0 && <Status tone="danger">{t("step_problems_wrong_plural_one_1", { wrong })}</Status>}
      {open > 0 && <Status tone="warning">{t("step_problems_open_fill", { open })}</Status>}
    </>
  );
}
