import type { Tone } from "#components/ui/tone.ts";
import type { CatalogueStatus } from "#lib/providers/schema.ts";

/** What a state is called on screen. */
export const appStates = {
  available: { tone: "success", word: "Available" },
  planned: { tone: "neutral", word: "Coming soon" },
} as const satisfies Record<CatalogueStatus, { tone: Tone; word: string }>;
