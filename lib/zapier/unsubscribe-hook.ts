import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { selectWebhooks } from "#lib/webhooks/find-webhook.ts";
import { removeWebhook } from "#lib/webhooks/remove-webhook.ts";
import { hookIdInput, subscribedHookDto } from "./hook-schema.ts";

/**
 * Ends a Zap's subscription; what waits for it is cancelled. Once ended it stays so, and ending it again is no error.
 * @throws {AppError} 404 for another merchant's hook, and for a webhook that no Zap subscribed
 */
export const unsubscribeHook = defineVerb({
  permission: "webhooks:write",
  input: hookIdInput,
  output: subscribedHookDto,
  async run({ ctx, input: { id } }) {
    return db().transaction(async (tx) => {
      const [hook] = await selectWebhooks(
        tx,
        and(eq(webhooks.merchantId, ctx.merchantId), eq(webhooks.id, id), eq(webhooks.origin, "zapier")),
      ).for("no key update", { of: destinations });
      if (!hook) throw notFound("hook");
      if (hook.deletedAt === null) await removeWebhook(tx, ctx, hook);
      return { id };
    });
  },
});
