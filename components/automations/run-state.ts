import type { Tone } from "#components/ui/tone.ts";
import { lookUp } from "#lib/look-up.ts";

const states: Record<string, { tone: Tone; word: string }> = {
  pending: { tone: "progress", word: "Running" },
  held: { tone: "info", word: "Waiting" },
  delivered: { tone: "success", word: "Done" },
  failed: { tone: "danger", word: "Failed" },
  cancelled: { tone: "neutral", word: "Cancelled" },
};

/** How a run stands, in one word with its tone. */
export function runState(status: string): { tone: Tone; word: string } {
  return lookUp(states, status) ?? { tone: "neutral", word: status };
}
