import { texts } from "#lib/words/texts/texts.ts";

export const webhooksPages = texts("webhooks-pages", {
  edit_title: "Edit webhook",
  edit_webhook_page_webhook: "Webhook",
  edit_webhook_page_title: "Edit webhook",
  edit_webhook_page_description: "Changes apply from the next attempt on, also to deliveries that wait.",
  loading_webhook_label: "Loading the webhook",
  webhook_not_found_title: "Webhook not found",
  webhook_not_found_description:
    "It may have been deleted. Check the link. What it delivered is still listed under Deliveries.",
  webhook_not_found_show_all_webhooks: "Show all webhooks",
  id_title: "Webhook",
  loading_webhooks_label: "Loading webhooks",
  new_title: "Create webhook",
  new_webhook_page_webhooks: "Webhooks",
  new_webhook_page_title: "Create webhook",
  new_webhook_page_description:
    "Only the address and the events are needed. The other settings suit most uses.",
  webhooks_title: "Webhooks",
  webhooks_page_title: "Webhooks",
  webhooks_page_description: "Where Patchbay sends your orders and scans, and whether they arrive.",
  webhooks_page_create_webhook: "Create webhook",
});
