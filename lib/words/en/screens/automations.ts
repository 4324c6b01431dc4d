import { texts } from "#lib/words/texts/texts.ts";

export const automations = texts("automations", {
  automation_state_draft: "Draft",
  automation_state_paused: "Paused",
  automation_state_switched_off: "Switched off",
  automation_state_needs_attention: "Needs attention",
  automation_state_app_has_changed: "An app has changed",
  automation_state_failing: "Failing",
  automation_state_waiting_you: "Waiting for you",
  automation_state_active: "Active",
  automations_in_need_title: "Automations that need attention",
  automation_in_need_item_see:
    "{isBroken, select, yes {See what is wrong} other {See what waits}}<hidden>: {name}</hidden>",
  automation_in_need_item_patchbay_switched_off_what:
    "Patchbay switched it off. New events are held until you resume it.",
  automation_in_need_item_app_no_longer_has: "An app no longer has what it relies on.",
  automation_in_need_item_began_fail_relativetime_no:
    "It began to fail {relativeTime}, and no run has succeeded since.",
  automation_in_need_item_decisions_your_decision_app:
    "{decisions, plural, one {# run waits} other {# runs wait}} for your decision: an app did not answer.",
  automation_in_need_item_reviews_your_approval:
    "{reviews, plural, one {# run waits} other {# runs wait}} for your approval.",
  line_all_these: "all of these:",
  line_any_these: "any of these:",
  pause_automation_title: "Pause {name}?",
  pause_automation_description:
    "Nothing is run until you resume it. New events are held meanwhile, and then run, the oldest first.",
  resume_automation_title: "Resume {name}?",
  resume_automation_description: "Held events are run now, the oldest first, and then new ones.",
  run_status_options_done: "Done",
  run_status_options_failed: "Failed",
  run_status_options_running: "Running",
  run_status_options_waiting: "Waiting",
  run_filters_all: "All",
  run_filters_label: "Status of the runs",
  run_table_caption: "Runs",
  run_table_event: "Event",
  run_table_result: "Result",
  run_table_test: "Test",
  run_status_next_try: "next try {time}",
  spark_line_too_many_count: "Too many to count",
  spark_text_no_run_count_days: "No run in {count} days",
  spark_text_runs:
    "{runs, plural, one {# run} other {# runs}} in {count} days{failed, plural, =0 {} other {, # failed}}; {today, number} today",
  automation_state_badge_unpublished_changes: "Unpublished changes",
  whens_order_placed: "an order is placed",
  whens_order_paid: "an order is paid",
  whens_order_refunded: "an order is refunded",
  whens_code_scanned: "a code is scanned",
  whens_code_created: "a code is created",
  whens_goal_reached: "a goal is reached",
  whens_experiment_ends: "an experiment ends",
  when_text_title_happens: "“{title}” happens",
  when_then_when_whentext: "When {whenText}",
  when_then_connection_that_gone: "a connection that is gone",
  when_then_then_name: "then {name}:",
  when_then_off: "(off)",
  when_then_no_steps_yet: "· no steps yet",
  runs_wait:
    "{for, select, decision {{runs, plural, one {# run waits for your decision} other {# runs wait for your decision}}} other {{runs, plural, one {# run waits for your approval} other {# runs wait for your approval}}}}",
});
