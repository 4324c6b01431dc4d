import { texts } from "#lib/words/texts/texts.ts";

export const integrationsList = texts("integrations-list", {
  integration_status_options_connected: "Connected",
  integration_status_options_needs_attention: "Needs attention",
  integration_status_options_disconnected: "Disconnected",
  integration_filters_search_account_app: "Search by account or app",
  integration_filters_any_state: "Any status",
  integration_table_caption: "Connected apps",
  integration_table_app: "App",
  integration_table_last_worked: "Last worked",
  integration_table_not_yet: "Not yet",
  no_integrations_no_match: "No connected apps match",
  no_integrations_title: "No apps are connected yet",
  no_integrations_description:
    "Connect the apps that you already use. Each account will appear here with its status, and what to do when something is wrong.",
  no_integrations_open_marketplace: "Open the marketplace",
});
