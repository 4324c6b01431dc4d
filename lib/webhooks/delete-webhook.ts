import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { lockWebhook } from "./find-webhook.ts";
import { removeWebhook } from "./remove-webhook.ts";
import { webhookIdInput } from "./schema.ts";

/**
 * Deletes a webhook. What waits for it is cancelled; its log stays.
 * @throws {AppError} 404 for another merchant's webhook
 */
export async function deleteWebhook({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ cancelled: number }> {
  authorise(ctx, "webhooks:write");
  const { id } = parseInput(webhookIdInput, input);
  return db().transaction(async (tx) => removeWebhook(tx, ctx, await lockWebhook(tx, ctx.merchantId, id)));
}
