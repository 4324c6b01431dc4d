/** The catalogue's entry for merchants' own addresses, which leads to the webhooks. */
export const customWebhookId = "custom-webhook";
