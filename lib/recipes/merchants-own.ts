import { and, desc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { integrations } from "#db/schema/integrations.ts";

/** What a merchant has of what recipes are made of. */
export type MerchantsOwn = Awaited<ReturnType<typeof readMerchantsOwn>>;

/** The merchant's connections that are in use, and the automations that were installed from recipes, newest first. */
export async function readMerchantsOwn(merchantId: string) {
  const rows = await db()
    .select({
      integrationId: integrations.id,
      provider: integrations.provider,
      label: integrations.accountLabel,
      status: integrations.status,
      environment: integrations.environment,
    })
    .from(integrations)
    .where(and(eq(integrations.merchantId, merchantId), ne(integrations.status, "disconnected")))
    .orderBy(desc(integrations.id));
  const connections = rows.flatMap(({ status, ...row }) =>
    status === "disconnected" ? [] : [{ ...row, status }],
  );
  const installed = await db()
    .select({ id: automations.id, name: automations.name, recipeId: automations.recipeId })
    .from(automations)
    .innerJoin(destinations, eq(destinations.id, automations.id))
    .where(
      and(
        eq(automations.merchantId, merchantId),
        isNotNull(automations.recipeId),
        isNull(destinations.deletedAt),
      ),
    )
    .orderBy(desc(automations.id));
  return { connections, automations: installed };
}
