import { texts } from "#lib/words/texts/texts.ts";

export const automationsList = texts("automations-list", {
  automation_status_options_active: "Active",
  automation_status_options_failing: "Failing",
  automation_status_options_paused: "Paused",
  automation_status_options_draft: "Draft",
  automation_filters_search_name: "Search by name",
  automation_filters_any_state: "Any status",
  automation_table_caption: "Automations",
  automation_table_automation: "Automation",
  automation_table_runs_14_days: "Runs, 14 days",
  automation_table_last_run: "Last run",
  automation_table_pause_resume: "Pause or resume",
  last_run_none: "None",
  states_running: "Running",
  states_waiting: "Waiting",
  states_done: "Done",
  states_failed: "Failed",
  states_cancelled: "Cancelled",
  no_automations_title: "No automation matches",
  no_automations_description: "Try another word, or look at all of them.",
  no_automations_show_all_automations: "Show all automations",
  no_automations_no_automations_yet: "No automations yet",
  no_automations_automation_has_your_apps:
    "An automation has your apps do something when an order is placed or a code is scanned. A recipe sets one up in a few minutes; or <link>start from scratch</link>.",
  no_automations_automation_has_your_apps_2:
    "An automation has your apps do something when an order is placed or a code is scanned. An owner or admin of the shop can set one up.",
  no_automations_see_recipes: "See the recipes",
});
