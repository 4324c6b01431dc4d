import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";

export interface ShelvedApp {
  app: CatalogueEntryDto;
  /** The merchant's connections to it that have not ended. */
  integrations: readonly IntegrationDto[];
  /** It is connected from its own side, where no account is kept here. */
  isInUse: boolean;
}

export interface Shelves {
  needingAttention: readonly ShelvedApp[];
  connected: readonly ShelvedApp[];
  available: readonly ShelvedApp[];
  planned: readonly ShelvedApp[];
}

/**
 * The apps, each on one shelf: what needs someone, what works, what can be connected, what is to come.
 * @param inUse ids of the apps that are connected from their own side
 */
export function shelveApps(
  apps: readonly CatalogueEntryDto[],
  integrations: readonly IntegrationDto[],
  inUse: ReadonlySet<string> = new Set(),
): Shelves {
  const shelved = apps.map((app) => ({
    app,
    isInUse: inUse.has(app.id),
    integrations: integrations.filter(
      ({ provider, status }) => provider === app.id && status !== "disconnected",
    ),
  }));
  const groups = Map.groupBy(shelved, shelfOf);
  return {
    needingAttention: groups.get("needingAttention") ?? [],
    connected: groups.get("connected") ?? [],
    available: groups.get("available") ?? [],
    planned: groups.get("planned") ?? [],
  };
}

function shelfOf({ app, integrations, isInUse }: ShelvedApp): keyof Shelves {
  if (integrations.some(({ status }) => status === "needs_attention")) return "needingAttention";
  if (isInUse || integrations.length > 0) return "connected";
  return app.status;
}
