import type { TriedStepDto } from "#lib/automations/trying/try-schema.ts";

/** What a step would do for the sample. */
export type StepPreview = {
  /** What the app would be given; null where it would be given nothing. */
  input: Readonly<Record<string, unknown>> | null;
  problems: readonly { path: string; message: string }[];
  /** What is not sent because it is not there. */
  leftOut: readonly string[];
  /** Why it would not be done at once, where nothing is wrong. */
  note: string | null;
};

export function toStepPreview(step: TriedStepDto): StepPreview {
  const { input, problems, leftOut } = step;
  return { input, problems, leftOut: leftOut.map(({ message }) => message), note: noteOf(step) };
}

function noteOf({ outcome, isReached, condition, input }: TriedStepDto): string | null {
  if (outcome === "off") return "This step is off: it is skipped.";
  if (outcome === "not_met") return condition?.message ?? "Its own condition is not met: it is skipped.";
  if (!isReached) return "The sample does not get this far.";
  return outcome === "review" && input !== null ? "Prepared, then it waits for approval." : null;
}
