import type { Tone } from "#components/ui/tone.ts";
import type { AttemptDto } from "#lib/deliveries/schema.ts";
import { deliveries as t } from "#lib/words/en/screens/deliveries.ts";

const tones = {
  delivered: "success",
  retrying: "warning",
  held: "warning",
  failed: "danger",
} as const satisfies Record<AttemptDto["outcome"], Tone>;

/**
 * "Attempt 3 (manual): failed, will retry · 503".
 * @param isRun of an automation, which does something and delivers nothing
 */
export function attemptTitle(
  attempt: Pick<AttemptDto, "number" | "trigger" | "outcome" | "statusCode">,
  isRun = false,
): string {
  const { number, trigger, outcome, statusCode } = attempt;
  return t("attempt_title", {
    number,
    trigger,
    outcome: isRun && outcome === "delivered" ? "done" : outcome,
    status: statusCode === null ? "" : ` · ${statusCode}`,
  });
}

export function attemptTone(attempt: Pick<AttemptDto, "outcome">): Tone {
  return tones[attempt.outcome];
}
