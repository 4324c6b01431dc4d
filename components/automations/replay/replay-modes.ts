import type { ReplayMode } from "#lib/automations/replays/replay-schema.ts";
import { automationsReplay as t } from "#lib/words/en/screens/automations-replay.ts";

/** The ways to do a run again, the most careful first. */
export const replayModes = (): readonly { mode: ReplayMode; label: string; meaning: string }[] => [
  {
    mode: "same-version",
    label: t("replay_modes_continue_where_failed"),
    meaning: t("replay_modes_steps_that_done_stay"),
  },
  {
    mode: "live-version",
    label: t("replay_modes_continue_with_live_version"),
    meaning: t("replay_modes_steps_that_done_stay_2"),
  },
  {
    mode: "from-start",
    label: t("replay_modes_start_again"),
    meaning: t("replay_modes_every_step_done_again"),
  },
];

/** The mode that an address asks for; the most careful where it asks for none. */
export function readMode(param: string | undefined): ReplayMode {
  return replayModes().find(({ mode }) => mode === param)?.mode ?? "same-version";
}
