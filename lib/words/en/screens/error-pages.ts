import { texts } from "#lib/words/texts/texts.ts";

export const errorPages = texts("error-pages", {
  automations_error_automations: "the automations",
  deliveries_error_deliveries: "the deliveries",
  events_error_events: "the events",
  integrations_error_connected_apps: "the connected apps",
  marketplace_error_this_page_marketplace: "this page of the marketplace",
  notices_error_notices: "the notices",
  operator_error_these_numbers: "these numbers",
  payments_error_payments: "the payments",
  recipes_error_recipes: "the recipes",
  sandboxes_error_sandbox: "the sandbox",
  test_inboxes_error_test_inboxes: "the test inboxes",
  webhooks_error_webhooks: "the webhooks",
});
