import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Declaration } from "#lib/providers/contract/declaration-schema.ts";
import type { Manifest } from "#lib/providers/contract/manifest.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { loadToldDeclaration } from "#lib/providers/told-app.ts";

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

type OfApp = Pick<IntegrationRow, "provider">;

/** What is known of a row's app without its code. A row whose app was taken out of the registry is a fault of ours. */
export function getManifest(row: OfApp): Manifest {
  return findManifest(row.provider) ?? notRegistered(row);
}

/** The code behind a row. */
export async function loadProviderFor(row: OfApp): Promise<Provider> {
  return (await loadProvider(row.provider)) ?? notRegistered(row);
}

/** What the code behind a row declares, without the code, in the language of whoever reads. */
export async function loadDeclarationFor(row: OfApp): Promise<Declaration> {
  return (await loadToldDeclaration(row.provider)) ?? notRegistered(row);
}

/** The code behind each of some rows. @returns who looks up that of one of them */
export async function loadProvidersFor<Row extends OfApp>(
  rows: readonly Row[],
): Promise<(row: Row) => Provider> {
  const ids = [...new Set(rows.map(({ provider }) => provider))];
  const byId = new Map(
    await Promise.all(ids.map(async (provider) => [provider, await loadProviderFor({ provider })] as const)),
  );
  return (row) => byId.get(row.provider) ?? notRegistered(row);
}

function notRegistered({ provider }: OfApp): never {
  throw new Error(`No provider ${provider} is registered.`);
}
