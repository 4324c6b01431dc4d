import type { ReplayMode } from "#lib/automations/replays/replay-schema.ts";

/** The ways to do a run again, the most careful first. */
export const replayModes: readonly { mode: ReplayMode; label: string; meaning: string }[] = [
  {
    mode: "same-version",
    label: "Go on where it failed",
    meaning: "What is done is kept. By the version that the run began with.",
  },
  {
    mode: "live-version",
    label: "Go on, with the live version",
    meaning: "What is done is kept. By the live version, with what you have changed since.",
  },
  {
    mode: "from-start",
    label: "From the start",
    meaning: "Every step from the first, by the live version.",
  },
];

/** The mode that an address asks for; the most careful where it asks for none. */
export function readMode(param: string | undefined): ReplayMode {
  return replayModes.find(({ mode }) => mode === param)?.mode ?? "same-version";
}
