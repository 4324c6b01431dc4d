import type { BuilderApp, BuilderWorld } from "#components/automations/builder/builder-model.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { getCatalogueEntry } from "#lib/marketplace/get-catalogue-entry.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";

/** The merchant's connections, and every app that can be used; of those that are connected, what they can do. */
export async function readBuilderWorld(ctx: Ctx): Promise<BuilderWorld> {
  const [integrations, catalogue] = await Promise.all([
    listIntegrations({ ctx, input: { limit: 100 } }),
    listCatalogue({ ctx, input: { limit: 100, status: "available" } }),
  ]);
  const connected = integrations.data.filter(({ status }) => status !== "disconnected");
  const used = new Set(connected.map(({ provider }) => provider));
  const able = catalogue.data.filter(({ actions }) => actions.length > 0);
  return {
    connections: connected.map(({ id, provider, account, environment, status }) => ({
      id,
      app: provider,
      label: account.label,
      isSandbox: environment === "sandbox",
      needsAttention: status === "needs_attention",
    })),
    apps: await Promise.all(able.map((entry) => toBuilderApp(ctx, entry, used.has(entry.id)))),
  };
}

async function toBuilderApp(ctx: Ctx, entry: CatalogueEntryDto, isConnected: boolean): Promise<BuilderApp> {
  const { id, name, icon, summary } = entry;
  if (!isConnected) return { id, name, icon, summary, actions: [], resources: [] };
  const { resources } = await getCatalogueEntry({ ctx, input: { provider: id } });
  const actions = entry.actions.map(
    ({ id: action, title, description, effect, movesMoney, inputSchema, outputSchema, example }) => ({
      id: action,
      title,
      description,
      effect,
      movesMoney,
      inputSchema,
      outputSchema,
      example,
    }),
  );
  return { id, name, icon, summary, actions, resources };
}
