import { texts } from "#lib/words/texts/texts.ts";

export const automationsPreview = texts("automations-preview", {
  outcomes_would_done: "Would be done",
  outcomes_would_wait_approval: "Would wait for approval",
  outcomes_off: "Off",
  outcomes_would_skipped: "Would be skipped",
  outcomes_would_fail: "Would fail",
  outcome_words_would_not_reached: "Would not be reached",
  preview_view_title: "With an example",
  preview_view_description: "{summary}. You have no event of this kind yet.",
  preview_view_received_relativetime: "Received {relativeTime}",
  preview_view_newer: "Newer",
  preview_view_older: "Older",
  preview_view_nothing_would_done_this: "Nothing would be done for this event",
});
