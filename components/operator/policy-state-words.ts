import type { Tone } from "#components/ui/tone.ts";
import type { FeePolicyDto } from "#lib/fees/fee-policy-schema.ts";

/** How a fee policy stands. */
export const policyStateWords = {
  in_force: { title: "In force", tone: "success" },
  next: { title: "Begins later", tone: "info" },
  covered: { title: "Another counts before it", tone: "neutral" },
  past: { title: "Past", tone: "neutral" },
} as const satisfies Record<FeePolicyDto["state"], { title: string; tone: Tone }>;
