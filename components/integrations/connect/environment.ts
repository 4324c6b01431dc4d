import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";

type Environment = IntegrationDto["environment"];

/** Where an app can be connected from here, the one to begin with first; none where an operator has work to do. */
export function environmentsOf({ kind, isLiveReady, isSandboxOn }: CatalogueConnectDto): Environment[] {
  const ready: Environment[] = isLiveReady ? ["live"] : [];
  if (!isSandboxOn) return ready;
  // An operator who set an app up means it to be used; keys can be typed anywhere, so they are tried out first.
  return kind === "oauth2" ? [...ready, "sandbox"] : ["sandbox", ...ready];
}

/** The settings that an operator has to set for an app, by name. */
export function settingNamesOf(provider: string): string[] {
  const prefix = provider.toUpperCase().replaceAll("-", "_");
  return [`${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
}
