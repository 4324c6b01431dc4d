import { webhookEndpoints } from "#lib/api/webhooks.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(
  webhookEndpoints.listWebhooks,
  webhookEndpoints.createWebhook,
);
