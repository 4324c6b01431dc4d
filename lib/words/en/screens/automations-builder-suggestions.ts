import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilderSuggestions = texts("automations-builder-suggestions", {
  suggest_all_use_all_count_suggestions:
    "{count, plural, one {Use # suggestion} other {Use all # suggestions}}",
  suggested_value_suggested: "Suggested:",
  suggested_value_use_wordsof_name: "Use {wordsOf} for {name}",
  suggested_value_use: "Use",
  use_description_one_entry_each_order: "one entry for each order line",
});
