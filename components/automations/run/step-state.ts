import type { Tone } from "#components/ui/tone.ts";
import type { RunDto, RunStepDto } from "#lib/automations/runs/run-schema.ts";
import { automationsRun as t } from "#lib/words/en/screens/automations-run.ts";

export interface StepState {
  tone: Tone;
  word: string;
  /** It is still to come. */
  isPlanned: boolean;
}

const states = () =>
  ({
    succeeded: { tone: "success", word: t("states_done"), isPlanned: false },
    failed: { tone: "danger", word: t("states_failed"), isPlanned: false },
    skipped: { tone: "neutral", word: t("states_skipped"), isPlanned: false },
    review: { tone: "info", word: t("states_waits_approval"), isPlanned: false },
    held: { tone: "info", word: t("states_hold"), isPlanned: false },
    unknown: { tone: "warning", word: t("states_outcome_not_known"), isPlanned: false },
  }) as const satisfies Record<Exclude<RunStepDto["status"], "waiting">, StepState>;

/** How a step of a run stands, in a word with its tone. One that a run did not come to is told so once it has ended. */
export function stepState(
  { status, canDecide, decision }: Pick<RunStepDto, "status" | "canDecide" | "decision">,
  run: Pick<RunDto, "status">,
): StepState {
  if (status === "waiting") {
    return run.status === "pending" || run.status === "held"
      ? { tone: "progress", word: t("step_state_not_yet"), isPlanned: true }
      : { tone: "neutral", word: t("step_state_not_reached"), isPlanned: false };
  }
  if (status === "unknown" && canDecide === "outcome")
    return { ...states().unknown, word: t("step_state_needs_your_decision") };
  if (status === "review" && canDecide === null) {
    return decision?.kind === "approved"
      ? { tone: "progress", word: t("step_state_approved"), isPlanned: false }
      : { tone: "neutral", word: t("step_state_not_approved"), isPlanned: false };
  }
  return states()[status];
}
