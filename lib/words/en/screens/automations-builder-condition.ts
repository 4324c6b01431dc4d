import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilderCondition = texts("automations-builder-condition", {
  amount_input_label_currency: "{label}, in {currency}",
  comparison_row_comparison_number_label: "Comparison {number}: {label}",
  comparison_row_sample_sample: "· {sample} in the sample",
  comparison_row_remove_comparison_number_label: "Remove comparison {number}: {label}",
  comparison_row_how_label_compared: "How {label} is compared",
  comparison_value_compare_label_with: "Compare {label} with",
  comparison_value_name_one_value_line: "{name}: one value a line",
  comparison_value_placeholder: "One value a line",
  condition_card_only_if: "Only if",
  condition_card_sample_goes: "The sample meets it",
  condition_card_sample_stops_here: "The sample does not meet it",
  condition_card_there_no_condition_each: "There is no condition: each such event starts a run.",
  group_editor_title: "Compare which field?",
  group_editor_add_comparison: "Add a comparison",
  group_editor_add_group: "Add a group",
  group_kind_how_many_must_met: "How many must be met",
  group_kind_all_these: "All of these",
  group_kind_any_these: "Any of these",
});
