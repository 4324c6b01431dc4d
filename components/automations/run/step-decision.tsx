"use client";

import { Check, X } from "lucide-react";
import { approveStepNow, decideStepNow, rejectStepNow } from "#components/automations/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { RunDto, RunStepDto } from "#lib/automations/runs/run-schema.ts";
import { automationsRun as t } from "#lib/words/en/screens/automations-run.ts";

interface StepDecisionProps {
  run: Pick<RunDto, "id">;
  step: Pick<RunStepDto, "key" | "title" | "app" | "canDecide">;
  /** After it, to read the run again. */
  onChanged: () => Promise<void>;
}

/** What a person is asked of a step: yes or no to what is prepared, or what became of it. Nothing where nothing is asked. */
export function StepDecision({ run, step, onChanged }: StepDecisionProps) {
  const about = { id: run.id, step: step.key };
  if (step.canDecide === "approve") {
    return (
      <div className="flex flex-wrap items-start gap-2">
        <DecisionForm
          action={approveStepNow}
          about={about}
          done={t("step_decision_approved_being_done")}
          refusedTitle={t("step_decision_was_not_approved")}
          onResult={onChanged}
        >
          {({ isPending }) => (
            <SubmitButton
              icon={<Check aria-hidden />}
              isPending={isPending}
              aria-label={t("step_decision_approve_title", { title: step.title })}
            >
              {t("step_decision_approve")}
            </SubmitButton>
          )}
        </DecisionForm>
        <DecisionForm
          action={rejectStepNow}
          about={about}
          done={t("step_decision_rejected_not_done")}
          refusedTitle={t("step_decision_was_not_rejected")}
          onResult={onChanged}
        >
          {({ isPending }) => (
            <SubmitButton
              variant="secondary"
              icon={<X aria-hidden />}
              isPending={isPending}
              aria-label={t("step_decision_reject_title", { title: step.title })}
            >
              {t("step_decision_reject")}
            </SubmitButton>
          )}
        </DecisionForm>
      </div>
    );
  }
  if (step.canDecide === "outcome") {
    return (
      <div className="grid gap-2">
        <p className="max-w-prose">
          {t("step_decision_value_did_not_answer", { value: step.app || t("step_decision_app") })}
        </p>
        <DecisionForm
          action={decideStepNow}
          about={about}
          done={t("step_decision_noted_run_goes")}
          refusedTitle={t("step_decision_was_not_noted")}
          onResult={onChanged}
        >
          {({ isPending, pressed }) => (
            <span className="flex flex-wrap gap-2">
              <SubmitButton
                name="outcome"
                value="done"
                isPending={isPending && pressed === "done"}
                aria-label={t("step_decision_was_done_title", { title: step.title })}
              >
                {t("step_decision_was_done")}
              </SubmitButton>
              <SubmitButton
                name="outcome"
                value="not_done"
                variant="secondary"
                isPending={isPending && pressed === "not_done"}
                aria-label={t("step_decision_was_not_done_do", { title: step.title })}
              >
                {t("step_decision_was_not_done_do_2")}
              </SubmitButton>
            </span>
          )}
        </DecisionForm>
      </div>
    );
  }
  return null;
}
