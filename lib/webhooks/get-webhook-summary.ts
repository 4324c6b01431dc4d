import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { findWebhook } from "./find-webhook.ts";
import { type WebhookSummaryDto, webhookIdInput } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { toWebhookDto } from "./webhook-dto.ts";
import { findWebhookStats, noStats } from "./webhook-stats.ts";

/**
 * One webhook as the list has it: with how it did over the last 24 hours, and without its secret.
 * @throws {AppError} 404 for another merchant's webhook
 */
export async function getWebhookSummary({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<WebhookSummaryDto> {
  authorise(ctx, "read");
  const { id } = parseInput(webhookIdInput, input);
  const row = await findWebhook(db(), ctx.merchantId, id);
  const stats = await findWebhookStats(ctx, [id]);
  return { ...toWebhookDto(row, await openWebhookSecrets(row)), ...(stats.get(id) ?? noStats) };
}
