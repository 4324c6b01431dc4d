import type { Tone } from "#components/ui/tone.ts";
import type { AttemptDto } from "#lib/deliveries/schema.ts";

const outcomes = {
  delivered: "delivered",
  retrying: "failed, will retry",
  held: "on hold",
  failed: "failed",
} as const satisfies Record<AttemptDto["outcome"], string>;

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
  const trigger = attempt.trigger === "manual" ? " (manual)" : attempt.trigger === "test" ? " as a test" : "";
  const status = attempt.statusCode === null ? "" : ` · ${attempt.statusCode}`;
  const outcome = isRun && attempt.outcome === "delivered" ? "done" : outcomes[attempt.outcome];
  return `Attempt ${attempt.number}${trigger}: ${outcome}${status}`;
}

export function attemptTone(attempt: Pick<AttemptDto, "outcome">): Tone {
  return tones[attempt.outcome];
}
