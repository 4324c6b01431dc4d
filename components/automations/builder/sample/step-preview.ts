import type { TriedStepDto } from "#lib/automations/trying/try-schema.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";

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
  return { input, problems, leftOut: leftOut.map(({ message }) => message), note: describeOutcome(step) };
}

function describeOutcome({ outcome, isReached, condition, input }: TriedStepDto): string | null {
  if (outcome === "off") return t("note_of_this_step_off_skipped");
  if (outcome === "not_met") return condition?.message ?? t("note_of_own_condition_not_met");
  if (!isReached) return t("note_of_sample_does_not_get");
  return outcome === "review" && input !== null ? t("note_of_prepared_then_waits_approval") : null;
}
