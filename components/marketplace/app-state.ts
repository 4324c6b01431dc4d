import type { Tone } from "#components/ui/tone.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueEntryDto } from "#lib/providers/schema.ts";

export interface AppState {
  tone: Tone;
  word: string;
}

/** How an app stands for this merchant, in a word: what is wrong goes before what works. */
export function appStateOf(
  { status }: Pick<CatalogueEntryDto, "status">,
  integrations: readonly Pick<IntegrationDto, "status">[],
): AppState {
  if (integrations.some((integration) => integration.status === "needs_attention")) {
    return { tone: "warning", word: "Needs attention" };
  }
  if (integrations.some((integration) => integration.status === "connected")) {
    return { tone: "success", word: "Connected" };
  }
  return status === "available"
    ? { tone: "info", word: "Available" }
    : { tone: "neutral", word: "Coming soon" };
}
