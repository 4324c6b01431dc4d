import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilder = texts("automations-builder", {
  title_of_step_app_that_not_connected: "An app that is not connected any more",
  title_of_step_action_that_does_not: "an action that does not exist any more",
  builder_automation: "The automation",
  builder_then: "Then",
  needs_scripts_title: "The editor needs JavaScript",
  needs_scripts_publishing_what_saved_works:
    "Publishing what is saved works without it. To change the automation, allow scripts for this page, or load it again.",
});
