import { texts } from "#lib/words/texts/texts.ts";

export const deliveries = texts("deliveries", {
  delivery_log_row_next_try: "next try {time}",
  ended_delivered: "Delivered",
  ended_failed: "Failed",
  ended_held: "Held",
  ended_cancelled: "Cancelled",
  delivery_state_done: "Done",
  delivery_state_under_way: "In progress",
  delivery_state_waiting: "Waiting",
  held_word_waits_your_approval: "waits for your approval",
  held_word_needs_your_decision: "needs your decision",
  held_word_waits_app: "waits for an app",
  status_options_delivered: "Delivered",
  status_options_waiting_sending: "Waiting or sending",
  status_options_held: "Held",
  status_options_failed: "Failed",
  status_options_cancelled: "Cancelled",
  delivery_title_test: "Test",
  destination_automation_deleted: "automation deleted",
  destination_kind_deleted: "{kind, select, automation {automation deleted} other {webhook deleted}}",
  wait_text_any_moment_now: "any moment now",
  wait_text_durationtext: "in {durationText}",
  held_word_stopped:
    "{kind, select, automation {automation {state, select, disabled {switched off} other {paused}}} other {webhook {state, select, disabled {switched off} other {paused}}}}",
  attempt_title:
    "Attempt {number}{trigger, select, manual { (manual)} test { as a test} other {}}: {outcome, select, delivered {delivered} done {done} retrying {failed, will retry} held {on hold} other {failed}}{status}",
});
