import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";

type WebhookName = { id: string; url: string; description: string };

const maxNames = 500;

/** What the merchant's webhooks are called, newest first: to choose one of them. */
export async function listWebhookNames({ ctx }: { ctx: Ctx }): Promise<WebhookName[]> {
  authorise(ctx, "read");
  return db()
    .select({ id: webhooks.id, url: webhooks.url, description: webhooks.description })
    .from(webhooks)
    .innerJoin(destinations, eq(destinations.id, webhooks.id))
    .where(and(eq(webhooks.merchantId, ctx.merchantId), isNull(destinations.deletedAt)))
    .orderBy(desc(webhooks.id))
    .limit(maxNames);
}
