import { texts } from "#lib/words/texts/texts.ts";

export const automationsDetail = texts("automations-detail", {
  automation_view_automations: "Automations",
  automation_view_title: "It is on",
  automation_view_runs_next_time_whentext: "It runs the next time {whenText}. Each run appears below.",
  automation_view_runs: "Runs",
  automation_view_what_does: "What it does",
  automation_view_description: "As in the draft: nothing is done yet.",
  automation_view_versions: "Versions",
  automation_view_what_was_published_run: "What was published. A run keeps the version that it began with.",
  definition_view_title: "When {whenText}",
  definition_view_only_if: "Only if",
  definition_view_has_no_steps_yet: "It has no steps yet.",
  step_part_connection_that_not_there: "A connection that is not there any more",
  step_part_asks_first: "Asks first",
  step_part_off: "Off",
  step_part_disconnected: "(disconnected)",
  step_part_only_if: "Only if",
  step_part_what_sent: "What is sent",
  state_notice_title: "This is a draft",
  state_notice_finish: "Finish it",
  state_notice_does_nothing_until_published: "It does nothing until it is published.",
  state_notice_paused: "Paused",
  state_notice_switched_off: "Switched off",
  state_notice_new_events_held_run: "New events are held, and run once you resume it.",
  state_notice_this_happened_relativetime: "This happened {relativeTime}.",
  state_notice_began_fail_relativetime: "It began to fail {relativeTime}",
  state_notice_show_failed_runs: "Show failed runs",
  state_notice_no_run_has_succeeded:
    "No run has succeeded since then. Open a run to see which step failed, and why.",
  state_notice_decisions_your_decision:
    "{decisions, plural, one {# run waits} other {# runs wait}} for your decision",
  state_notice_show: "Show",
  state_notice_app_did_not_answer: "An app did not answer, and only you can find out whether it was done.",
  state_notice_reviews_your_approval:
    "{reviews, plural, one {# run waits} other {# runs wait}} for your approval",
  state_notice_step_prepared_done_once: "A step is prepared and is done once you approve it.",
  state_notice_there_unpublished_changes: "There are unpublished changes",
  state_notice_see_them: "See them",
  state_notice_events_still_go_live: "Events still use the live version.",
  step_options_prepared_done_once_someone: "It is prepared, and done after someone approves it.",
  step_options_up_moneytext_done_once:
    "Up to {moneyText} it is done at once; above that someone has to approve it.",
  step_options_skipped_once_event_older: "It is skipped once the event is older than {spanText}.",
  step_options_if_not_done_within:
    "If it is not done within {spanText}, {is, select, yes {you get an email} other {the fallback is tried}}, and the overview says so.",
});
