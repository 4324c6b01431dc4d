import { defineVerb } from "#lib/auth/verb.ts";
import { insertWebhook } from "./insert-webhook.ts";
import { requireSendableUrl } from "./require-sendable-url.ts";
import { createWebhookInput, webhookWithSecretDto } from "./schema.ts";

/**
 * Creates a webhook with a new signing secret.
 * @throws {AppError} 422 for bad input or a URL that may not be sent to, 409 at 500 webhooks
 */
export const createWebhook = defineVerb({
  permission: "webhooks:write",
  input: createWebhookInput,
  output: webhookWithSecretDto,
  async run({ ctx, input: webhook }) {
    await requireSendableUrl(webhook.url);
    return insertWebhook(ctx, webhook);
  },
});
