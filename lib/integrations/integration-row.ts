import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { findProvider } from "#lib/providers/registry.ts";

export type IntegrationRow = typeof integrations.$inferSelect;

export function ownIntegration(ctx: Ctx, id: string) {
  return and(eq(integrations.merchantId, ctx.merchantId), eq(integrations.id, id));
}

/** @throws {AppError} 404 for what is not there, and for another merchant's */
export async function requireIntegration(ctx: Ctx, id: string): Promise<IntegrationRow> {
  const [row] = await db().select().from(integrations).where(ownIntegration(ctx, id));
  if (!row) throw notFound("connection");
  return row;
}

/** The code behind a row. A row whose provider was taken out of the registry is a fault of ours. */
export function providerOf(row: Pick<IntegrationRow, "provider">): Provider {
  const provider = findProvider(row.provider);
  if (!provider) throw new Error(`No provider ${row.provider} is registered.`);
  return provider;
}
