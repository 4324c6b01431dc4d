import type { Tone } from "#components/ui/tone.ts";
import type { RunDto, RunStepDto } from "#lib/automations/runs/run-schema.ts";

export interface StepState {
  tone: Tone;
  word: string;
  /** It is still to come. */
  isPlanned: boolean;
}

const states = {
  succeeded: { tone: "success", word: "Done", isPlanned: false },
  failed: { tone: "danger", word: "Failed", isPlanned: false },
  skipped: { tone: "neutral", word: "Skipped", isPlanned: false },
  review: { tone: "info", word: "Waits for approval", isPlanned: false },
  held: { tone: "info", word: "On hold", isPlanned: false },
  unknown: { tone: "warning", word: "Outcome not known", isPlanned: false },
} as const satisfies Record<Exclude<RunStepDto["status"], "waiting">, StepState>;

/** How a step of a run stands, in a word with its tone. One that a run did not come to is told so once it has ended. */
export function stepState(
  { status, canDecide, decision }: Pick<RunStepDto, "status" | "canDecide" | "decision">,
  run: Pick<RunDto, "status">,
): StepState {
  if (status === "waiting") {
    return run.status === "pending" || run.status === "held"
      ? { tone: "progress", word: "Not yet", isPlanned: true }
      : { tone: "neutral", word: "Not reached", isPlanned: false };
  }
  if (status === "unknown" && canDecide === "outcome")
    return { ...states.unknown, word: "Needs your decision" };
  if (status === "review" && canDecide === null) {
    return decision?.kind === "approved"
      ? { tone: "progress", word: "Approved", isPlanned: false }
      : { tone: "neutral", word: "Not approved", isPlanned: false };
  }
  return states[status];
}
