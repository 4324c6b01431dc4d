import { deleteWebhookEndpoint, getWebhookEndpoint, updateWebhookEndpoint } from "#lib/api/webhooks.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(getWebhookEndpoint);
export const PATCH = handle(updateWebhookEndpoint);
export const DELETE = handle(deleteWebhookEndpoint);
