import { texts } from "#lib/words/texts/texts.ts";

export const webhooksPages = texts("webhooks-pages", {
  edit_title: "Edit webhook",
  edit_webhook_page_webhook: "Webhook",
  edit_webhook_page_title: "Edit webhook",
  edit_webhook_page_description:
    "What you save holds from the next attempt on, also for deliveries that wait.",
  loading_webhook_label: "Loading the webhook",
  webhook_not_found_title: "There is no such webhook",
  webhook_not_found_description:
    "It may have been deleted, or the address is mistyped. What it delivered is still among the deliveries.",
  webhook_not_found_show_all_webhooks: "Show all webhooks",
  id_title: "Webhook",
  loading_webhooks_label: "Loading webhooks",
  new_title: "Create webhook",
  new_webhook_page_webhooks: "Webhooks",
  new_webhook_page_title: "Create webhook",
  new_webhook_page_description:
    "Two things are needed: where to send, and what. The rest is set as most people want it.",
  webhooks_title: "Webhooks",
  webhooks_page_title: "Webhooks",
  webhooks_page_description: "Where Patchbay sends your orders and scans, and whether they arrive.",
  webhooks_page_create_webhook: "Create webhook",
});
