import { texts } from "#lib/words/texts/texts.ts";

export const marketplace = texts("marketplace", {
  app_accounts_more_more: "and {more} more",
  app_header_marketplace: "Marketplace",
  app_shelves_title: "Needs attention",
  app_shelves_connected: "Connected",
  app_shelves_available_now: "Available now",
  app_shelves_coming_soon: "Coming soon",
  app_shelves_description: "Planned, but not built yet: these cannot be connected today.",
  app_state_of_needs_attention: "Needs attention",
  app_state_of_connected: "Connected",
  app_state_of_available: "Available",
  app_state_of_coming_soon: "Coming soon",
  app_view_documentation_replace: "Documentation at {replace}",
  state_text_available_you_can_use: "Available. You can use it now.",
  state_text_coming_soon_name_cannot:
    "Coming soon. {name} cannot be connected yet, and there is no date for it.",
  no_apps_title: "No apps match",
  no_apps_description:
    "Try another word or all categories. A custom webhook reaches any tool that can receive web requests.",
  no_apps_show_all_apps: "Show all apps",
  until_then_title: "What you can do today",
  until_then_description: "Until then, a webhook can send your shop's events to a tool of your own.",
  until_then_create_webhook: "Create webhook",
  until_then_owner_admin_your_shop: "An owner or admin of your shop can create one.",
  steps_name_address: "Enter the address",
  steps_whoever_looks_after_receiving:
    "The maker of the receiving tool can tell you the address. It starts with https://.",
  steps_choose_events: "Choose the events",
  steps_all_them_only_some: "All of them, or only some, such as paid orders.",
  steps_send_test: "Send a test",
  steps_answer_other_side_shown: "The answer is shown at once, in plain words.",
  webhook_steps_title: "How to set it up",
  webhook_steps_what_has_been_set: "What you have set up already is listed under <link>Webhooks</link>.",
  webhook_steps_owner_admin_your_shop: "An owner or admin of your shop can create one.",
  app_view_category: "Category",
  app_view_developers: "For developers",
});
