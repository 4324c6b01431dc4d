import { texts } from "#lib/words/texts/texts.ts";

export const automationsReplay = texts("automations-replay", {
  effect_words_kept_not_done_again: "Kept, not done again",
  effect_words_will_done: "Will be done",
  effect_words_may_done_twice: "May be done twice",
  effect_words_found_not_done_twice: "Found, not done twice",
  effect_words_skipped: "Skipped",
  planned_runs_withoutdata_too_old_events:
    "{withoutData, plural, one {# more is too old: the data of its event is not kept any more.} other {# more are too old: the data of their events is not kept any more.}}",
  planned_runs_there_more_these_newest: "There are more: these are the newest.",
  planned_runs_runs: "{runs, plural, one {# failed run.} other {# failed runs.}}",
  replay_modes_continue_where_failed: "Continue where it failed",
  replay_modes_steps_that_done_stay:
    "Steps that are done stay done. The run uses the version that it began with.",
  replay_modes_continue_with_live_version: "Continue with the live version",
  replay_modes_steps_that_done_stay_2:
    "Steps that are done stay done. The run uses the live version, with what you have changed since.",
  replay_modes_start_again: "Start again",
  replay_modes_every_step_done_again: "Every step is done again, by the live version.",
  replay_view_description: "Choose how. You see what it would do before anything is done.",
  mode_links_how_replay: "How to replay",
  replay_plan_title: "What it would do",
  replay_plan_app: "in {app}",
  effect_counts_effect:
    "{count} {effect, select, reuses {kept} runs {to be done} mayRepeat {may be done twice} finds {found, not done twice} other {skipped}}",
  effect_counts_nothing: "nothing",
});
