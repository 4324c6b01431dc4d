import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilderSample = texts("automations-builder-sample", {
  sample_panel_sample: "Sample",
  sample_panel_example: "Example",
  sample_panel_your_event: "Your event",
  sample_panel_label: "Newer event",
  sample_panel_older_event: "Older event",
  sample_panel_show_newest_event: "Show the newest event",
  sample_panel_no_event_this_type:
    "No event of this type has arrived yet, so an example is shown. Your newest event replaces it once there is one.",
  sample_values_count_plural_one_1: "{count, plural, one {1 value} other {{count} values}}",
  sample_values_not_this_one_map: "Not in this one: {map}.",
  example_of_example: "An example",
  shown_value_count_plural_one_1: "{count, plural, one {1 entry} other {{count} entries}}",
  note_of_this_step_off_skipped: "This step is off: it is skipped.",
  note_of_own_condition_not_met: "Its own condition is not met: it is skipped.",
  note_of_sample_does_not_get: "The sample does not reach this step.",
  note_of_prepared_then_waits_approval: "Prepared, then it waits for approval.",
  would_be_sent_what_step_value_would: "What step {value} would send",
  would_be_sent_would_sent_sample: "Would be sent for the sample",
  would_be_sent_open_plural_one_1:
    "{open, plural, one {1 field is still to be filled in.} other {{open} fields are still to be filled in.}}",
  would_be_sent_title: "This sample would fail",
  would_be_sent_left_out_leftout: "Left out: {leftOut}",
  shown_value_empty: "(empty)",
});
