import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { defineVerb, noInput } from "#lib/auth/verb.ts";

const maxNames = 500;

/** What the merchant's webhooks are called, newest first: to choose one of them. */
export const listWebhookNames = defineVerb({
  permission: "read",
  input: noInput,
  output: z.array(z.object({ id: z.string(), url: z.string(), description: z.string() })),
  async run({ ctx }) {
    return db()
      .select({ id: webhooks.id, url: webhooks.url, description: webhooks.description })
      .from(webhooks)
      .innerJoin(destinations, eq(destinations.id, webhooks.id))
      .where(and(eq(webhooks.merchantId, ctx.merchantId), isNull(destinations.deletedAt)))
      .orderBy(desc(webhooks.id))
      .limit(maxNames);
  },
});
