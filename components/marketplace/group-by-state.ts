import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";

export interface AppInState {
  app: CatalogueEntryDto;
  /** The merchant's connections to it that have not ended. */
  integrations: readonly IntegrationDto[];
  /** It is connected from its own side, where no account is kept here. */
  isInUse: boolean;
}

export interface AppsByState {
  needingAttention: readonly AppInState[];
  connected: readonly AppInState[];
  available: readonly AppInState[];
  planned: readonly AppInState[];
}

/**
 * The apps, each on one shelf: what needs someone, what works, what can be connected, what is to come.
 * @param inUse ids of the apps that are connected from their own side
 */
export function groupByState(
  apps: readonly CatalogueEntryDto[],
  integrations: readonly IntegrationDto[],
  inUse: ReadonlySet<string> = new Set(),
): AppsByState {
  const entry = apps.map((app) => ({
    app,
    isInUse: inUse.has(app.id),
    integrations: integrations.filter(
      ({ provider, status }) => provider === app.id && status !== "disconnected",
    ),
  }));
  const groups = Map.groupBy(entry, findState);
  return {
    needingAttention: groups.get("needingAttention") ?? [],
    connected: groups.get("connected") ?? [],
    available: groups.get("available") ?? [],
    planned: groups.get("planned") ?? [],
  };
}

function findState({ app, integrations, isInUse }: AppInState): keyof AppsByState {
  if (integrations.some(({ status }) => status === "needs_attention")) return "needingAttention";
  if (isInUse || integrations.length > 0) return "connected";
  return app.status;
}
