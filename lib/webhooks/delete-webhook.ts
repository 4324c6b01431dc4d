import { z } from "zod";
import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { lockWebhook } from "./find-webhook.ts";
import { removeWebhook } from "./remove-webhook.ts";
import { webhookIdInput } from "./schema.ts";

/**
 * Deletes a webhook. What waits for it is cancelled; its log stays.
 * @throws {AppError} 404 for another merchant's webhook
 */
export const deleteWebhook = defineVerb({
  permission: "webhooks:write",
  input: webhookIdInput,
  output: z.object({ cancelled: z.int() }),
  async run({ ctx, input: { id } }) {
    return db().transaction(async (tx) => removeWebhook(tx, ctx, await lockWebhook(tx, ctx.merchantId, id)));
  },
});
