import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilderNew = texts("automations-builder-new", {
  from_recipe_title: "Start with a recipe",
  from_recipe_description:
    "Ready-made automations for your business: choose your channel, list or sheet, see the preview, switch it on.",
  from_recipe_choose_recipe: "Choose a recipe",
  from_scratch_title: "Start from scratch",
  from_scratch_description: "Say when it starts. What it does comes next.",
  from_scratch_was_not_created: "It was not created",
  from_scratch_new_automation: "New automation",
});
