import { listWebhookLogsEndpoint } from "#lib/api/webhooks.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(listWebhookLogsEndpoint);
