import { texts } from "#lib/words/texts/texts.ts";

export const errorPages = texts("error-pages", {
  automations_error_title: "We could not load the automations",
  deliveries_error_title: "We could not load the deliveries",
  events_error_title: "We could not load the events",
  integrations_error_title: "We could not load the connected apps",
  marketplace_error_title: "We could not load this page of the marketplace",
  notices_error_title: "We could not load the notices",
  operator_error_title: "We could not load these numbers",
  payments_error_title: "We could not load the payments",
  recipes_error_title: "We could not load the recipes",
  sandboxes_error_title: "We could not load the sandbox",
  test_inboxes_error_title: "We could not load the test inboxes",
  webhooks_error_title: "We could not load the webhooks",
});
