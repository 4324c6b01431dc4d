import { db } from "#db/client.ts";
import { authorise, type Ctx, isAllowed } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { findWebhook } from "./find-webhook.ts";
import { type WebhookDto, type WebhookWithSecretDto, webhookIdInput } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { signingSecretOf, toWebhookDto } from "./webhook-dto.ts";

/**
 * One webhook, with its signing secret for those who may change it.
 * @throws {AppError} 404 for another merchant's webhook
 */
export async function getWebhook({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<WebhookDto | WebhookWithSecretDto> {
  authorise(ctx, "read");
  const { id } = parseInput(webhookIdInput, input);
  const row = await findWebhook(db(), ctx.merchantId, id);
  const secrets = await openWebhookSecrets(row);
  const dto = toWebhookDto(row, secrets);
  return isAllowed(ctx, "webhooks:write") ? { ...dto, secret: signingSecretOf(secrets) } : dto;
}
