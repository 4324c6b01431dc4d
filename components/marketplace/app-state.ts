import type { Tone } from "#components/ui/tone.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";

export interface AppState {
  tone: Tone;
  word: string;
}

/**
 * How an app stands for this merchant, in a word: what is wrong goes before what works.
 * @param isInUse it is connected from its own side, where no account is kept here
 */
export function getAppState(
  { status }: Pick<CatalogueEntryDto, "status">,
  integrations: readonly Pick<IntegrationDto, "status">[],
  isInUse = false,
): AppState {
  if (integrations.some((integration) => integration.status === "needs_attention")) {
    return { tone: "warning", word: t("app_state_of_needs_attention") };
  }
  if (isInUse || integrations.some((integration) => integration.status === "connected")) {
    return { tone: "success", word: t("app_state_of_connected") };
  }
  return status === "available"
    ? { tone: "info", word: t("app_state_of_available") }
    : { tone: "neutral", word: t("app_state_of_coming_soon") };
}
