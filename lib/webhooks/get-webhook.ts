import { z } from "zod";
import { db } from "#db/client.ts";
import { isAllowed } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findWebhook } from "./find-webhook.ts";
import { webhookDto, webhookIdInput } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { getSigningSecret, toWebhookDto } from "./webhook-dto.ts";

/**
 * One webhook, with its signing secret for those who may change it.
 * @throws {AppError} 404 for another merchant's webhook
 */
export const getWebhook = defineVerb({
  permission: "read",
  input: webhookIdInput,
  output: webhookDto.extend({ secret: z.string().optional() }),
  async run({ ctx, input: { id } }) {
    const row = await findWebhook(db(), ctx.merchantId, id);
    const secrets = await openWebhookSecrets(row);
    const dto = toWebhookDto(row, secrets);
    return isAllowed(ctx, "webhooks:write") ? { ...dto, secret: getSigningSecret(secrets) } : dto;
  },
});
