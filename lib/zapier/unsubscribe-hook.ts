import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { selectWebhooks } from "#lib/webhooks/find-webhook.ts";
import { removeWebhook } from "#lib/webhooks/remove-webhook.ts";
import { hookIdInput, type SubscribedHookDto } from "./hook-schema.ts";

/**
 * Ends a Zap's subscription; what waits for it is cancelled. Once ended it stays so, and ending it again is no error.
 * @throws {AppError} 404 for another merchant's hook, and for a webhook that no Zap subscribed
 */
export async function unsubscribeHook({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SubscribedHookDto> {
  authorise(ctx, "webhooks:write");
  const { id } = parseInput(hookIdInput, input);
  return db().transaction(async (tx) => {
    const [hook] = await selectWebhooks(
      tx,
      and(eq(webhooks.merchantId, ctx.merchantId), eq(webhooks.id, id), eq(webhooks.origin, "zapier")),
    ).for("no key update", { of: destinations });
    if (!hook) throw notFound("hook");
    if (hook.deletedAt === null) await removeWebhook(tx, ctx, hook);
    return { id };
  });
}
