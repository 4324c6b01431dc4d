import { texts } from "#lib/words/texts/texts.ts";

export const recipes = texts("recipes", {
  connect_missing_connect_name: "Connect {name}",
  connect_missing_not_connected: "Not connected",
  connect_missing_connected: "Connected",
  no_recipes_title: "No recipe matches",
  no_recipes_description:
    "Try another word or all businesses. You can also build an automation from scratch.",
  no_recipes_show_all_recipes: "Show all recipes",
  recipe_card_use: "In use",
  steps_connect: "Connect",
  steps_choose: "Choose",
  steps_preview_switch: "Preview and switch on",
  recipe_header_recipes: "Recipes",
  recipe_header_you_use_already_textlink: "You already use it: {textLink}.",
  recipe_header_steps: "Steps",
  recipe_header_done: "(done)",
  recipe_links_recipes_with: "Recipes with it",
  recipe_steps_when:
    "When {when}{hasCondition, select, yes {<condition>, if its condition is met</condition>} other {}}",
  recipe_steps_asks_first: "Asks first",
  remarks_not_every_event_has: "Not for every event: it has a condition.",
  remarks_skipped_once_event_older: "Skipped once the event is older than {spanText}.",
  remarks_you_told_if_not: "You are told if it is not done within {spanText}.",
  what_should_happen_title: "Automations using it",
  what_should_happen_what_else_should_happen: "What else should happen?",
  what_should_happen_what_should_happen: "What should happen?",
  what_should_happen_description:
    "{appName} does nothing automatically yet. Choose a recipe, or build your own automation.",
  what_should_happen_start_from_scratch: "Start from scratch",
});
