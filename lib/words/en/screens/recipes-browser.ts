import { texts } from "#lib/words/texts/texts.ts";

export const recipesBrowser = texts("recipes-browser", {
  install_form_title: "It is not set up yet",
  install_form_see_preview: "See a preview",
  install_form_nothing_switched_yet: "Nothing is switched on yet.",
  question_field_help: "{help} In the currency of the order.",
  money_field_ask_me_each_time: "Ask me each time",
  money_field_prepared_done_once_you: "It is prepared, and done once you approve it.",
  money_field_do_once_up_amount: "Do it at once, up to an amount",
  money_field_above_you_asked_all: "Above that you are still asked.",
  money_field_label: "At most",
  role_field_placeholder: "Choose",
  role_field_title: "The choices could not be read from {name}",
  role_field_try_again_moment_look: "Try again in a moment, or <link>look at the connection</link>.",
  role_field_name_has_nothing_choose:
    "{name} has nothing to choose from yet. Make it there, then reload this page.",
  switch_on_look_below_once_runs:
    "See the preview below. Once it is on, it runs each time {whenText}. You can pause it at any time.",
  switch_on_was_not_thrown_away: "It was not deleted",
  switch_on_choose_again: "Choose again",
  switch_on_was_not_switched: "It was not switched on",
  switch_on_switch: "Switch on",
});
