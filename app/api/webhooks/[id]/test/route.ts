import { testWebhookEndpoint } from "#lib/api/webhooks.ts";
import { handle } from "#lib/transport/handle.ts";

export const POST = handle(testWebhookEndpoint);
