import type { ReplayMode } from "#lib/automations/replays/replay-schema.ts";

/** The ways to do a run again, the most careful first. */
export const replayModes: readonly { mode: ReplayMode; label: string; meaning: string }[] = [
  {
    mode: "same-version",
    label: "Continue where it failed",
    meaning: "Steps that are done stay done. The run uses the version that it began with.",
  },
  {
    mode: "live-version",
    label: "Continue with the live version",
    meaning:
      "Steps that are done stay done. The run uses the live version, with what you have changed since.",
  },
  {
    mode: "from-start",
    label: "Start again",
    meaning: "Every step is done again, by the live version.",
  },
];

/** The mode that an address asks for; the most careful where it asks for none. */
export function readMode(param: string | undefined): ReplayMode {
  return replayModes.find(({ mode }) => mode === param)?.mode ?? "same-version";
}
