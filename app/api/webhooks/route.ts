import { createWebhookEndpoint, listWebhooksEndpoint } from "#lib/api/webhooks.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(listWebhooksEndpoint);
export const POST = handle(createWebhookEndpoint);
