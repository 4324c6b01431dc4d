"use client";

import { Check, X } from "lucide-react";
import { approveStepNow, decideStepNow, rejectStepNow } from "#components/automations/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { RunDto, RunStepDto } from "#lib/automations/runs/run-schema.ts";

interface StepDecisionProps {
  run: Pick<RunDto, "id">;
  step: Pick<RunStepDto, "key" | "title" | "app" | "canDecide">;
  /** After it, to read the run anew. */
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
          done="Approved: it is being done"
          refusedTitle="It was not approved"
          onResult={onChanged}
        >
          {({ isPending }) => (
            <SubmitButton
              icon={<Check aria-hidden />}
              isPending={isPending}
              aria-label={`Approve: ${step.title}`}
            >
              Approve
            </SubmitButton>
          )}
        </DecisionForm>
        <DecisionForm
          action={rejectStepNow}
          about={about}
          done="Rejected: it is not done"
          refusedTitle="It was not rejected"
          onResult={onChanged}
        >
          {({ isPending }) => (
            <SubmitButton
              variant="secondary"
              icon={<X aria-hidden />}
              isPending={isPending}
              aria-label={`Reject: ${step.title}`}
            >
              Reject
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
          {step.app || "The app"} did not answer, and it cannot be asked whether it was done. Look there, then
          say what you see.
        </p>
        <DecisionForm
          action={decideStepNow}
          about={about}
          done="Noted: the run goes on"
          refusedTitle="It was not noted"
          onResult={onChanged}
        >
          {({ isPending, pressed }) => (
            <span className="flex flex-wrap gap-2">
              <SubmitButton
                name="outcome"
                value="done"
                isPending={isPending && pressed === "done"}
                aria-label={`It was done: ${step.title}`}
              >
                It was done
              </SubmitButton>
              <SubmitButton
                name="outcome"
                value="not_done"
                variant="secondary"
                isPending={isPending && pressed === "not_done"}
                aria-label={`It was not done, do it now: ${step.title}`}
              >
                It was not done: do it now
              </SubmitButton>
            </span>
          )}
        </DecisionForm>
      </div>
    );
  }
  return null;
}
