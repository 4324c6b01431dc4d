import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { insertWebhook } from "./insert-webhook.ts";
import { requireSendableUrl } from "./require-sendable-url.ts";
import { createWebhookInput, type WebhookWithSecretDto } from "./schema.ts";

/**
 * Creates a webhook with a new signing secret.
 * @throws {AppError} 422 for bad input or a URL that may not be sent to, 409 at 500 webhooks
 */
export async function createWebhook({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<WebhookWithSecretDto> {
  authorise(ctx, "webhooks:write");
  const webhook = parseInput(createWebhookInput, input);
  await requireSendableUrl(webhook.url);
  return insertWebhook(ctx, webhook);
}
