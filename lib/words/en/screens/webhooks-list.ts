import { texts } from "#lib/words/texts/texts.ts";

export const webhooksList = texts("webhooks-list", {
  no_webhooks_title: "No webhook matches",
  no_webhooks_description: "Try another word, or look at all of them.",
  no_webhooks_show_all_webhooks: "Show all webhooks",
  no_webhooks_no_webhooks_yet: "No webhooks yet",
  no_webhooks_webhook_tells_another_app:
    "A webhook tells another app the moment something happens in your shop: an order is paid, a code is scanned. Each will appear here with its results.",
  no_webhooks_owner_admin_shop_can: "An owner or admin of the shop can create one.",
  no_webhooks_nothing_send_yet_test:
    "Nothing to send to yet? A <link>test inbox</link> takes whatever you send it.",
  no_webhooks_create_webhook: "Create webhook",
  webhook_status_options_active: "Active",
  webhook_status_options_failing: "Failing",
  webhook_status_options_paused: "Paused",
  webhook_status_options_switched_off: "Switched off",
  webhook_filters_search_url_description: "Search by URL or description",
  webhook_filters_any_state: "Any status",
  webhook_table_caption: "Webhooks",
  webhook_table_endpoint: "Endpoint",
  webhook_table_events: "Events",
  webhook_table_success_24_h: "Success, 24 h",
  webhook_table_last_failure: "Last failure",
  webhook_row_label: "Events",
  webhook_row_success_24_h: "Success, 24 h",
  webhook_row_nothing_sent: "nothing sent",
  webhook_row_attempts: "{attempts, plural, one {# attempt} other {# attempts}}",
  webhook_row_last_failure: "Last failure",
  webhook_row_none: "None",
});
