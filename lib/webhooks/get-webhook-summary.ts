import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findWebhook } from "./find-webhook.ts";
import { webhookIdInput, webhookSummaryDto } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { toWebhookDto } from "./webhook-dto.ts";
import { findWebhookStats, noStats } from "./webhook-stats.ts";

/**
 * One webhook as the list has it: with how it did over the last 24 hours, and without its secret.
 * @throws {AppError} 404 for another merchant's webhook
 */
export const getWebhookSummary = defineVerb({
  permission: "read",
  input: webhookIdInput,
  output: webhookSummaryDto,
  async run({ ctx, input: { id } }) {
    const row = await findWebhook(db(), ctx.merchantId, id);
    const stats = await findWebhookStats(ctx, [id]);
    return { ...toWebhookDto(row, await openWebhookSecrets(row)), ...(stats.get(id) ?? noStats) };
  },
});
