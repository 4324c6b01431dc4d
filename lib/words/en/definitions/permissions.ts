import { texts } from "../../texts/texts.ts";

/** What an API key may be allowed. */
export const permissions = texts("permissions", {
  read: "See events, webhooks, deliveries and logs",
  events_write: "Send events",
  webhooks_write: "Create, change, test and delete webhooks",
  deliveries_write: "Retry and cancel deliveries",
  integrations_write: "Connect and disconnect apps, and make them do things",
  payments_write: "Take payments and give refunds",
});
