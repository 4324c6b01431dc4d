import type { ApiVersion } from "../providers/contract/manifest.ts";
import { manifests } from "../providers/manifests.ts";

const dayMs = 24 * 60 * 60 * 1_000;
/** Time enough to move to the next version. */
export const sunsetWarnedDays = 90;

export type Sunset = {
  id: string;
  name: string;
  version: string;
  source: string;
  /** ISO date; null = the provider has announced no end. */
  endsOn: string | null;
  /** Negative once it has ended; null = no end is known. */
  daysLeft: number | null;
  state: "fine" | "soon" | "over";
};

/** How long each provider's API version is still served, soonest first; those without a known end come last. */
export function listSunsets(now: Date): Sunset[] {
  return manifests
    .map(({ id, name, api }) => ({ id, name, ...computeSunset(api, now) }))
    .toSorted(
      (a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || a.name.localeCompare(b.name, "en"),
    );
}

/** The last day counts as served. */
export function computeSunset(
  { version, source, endsOn }: ApiVersion,
  now: Date,
): Omit<Sunset, "id" | "name"> {
  if (endsOn === null) return { version, source, endsOn, daysLeft: null, state: "fine" };
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const daysLeft = Math.round((Date.parse(endsOn) - today) / dayMs);
  const state = daysLeft < 0 ? "over" : daysLeft <= sunsetWarnedDays ? "soon" : "fine";
  return { version, source, endsOn, daysLeft, state };
}
