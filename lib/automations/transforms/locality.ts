/** Where and in which language a merchant works. */
export type Locality = { timeZone: string; locale: string };

const knownZones = new Map<string, boolean>();

/** Whether the zone is one that dates can be shown in. */
export function isTimeZone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  const isKnown = canMake(() => new Intl.DateTimeFormat("en", { timeZone: name }));
  if (knownZones.size < 2_000) knownZones.set(name, isKnown);
  return isKnown;
}

/** The zone, or UTC where it is none. */
export function zoneOr(name: string): string {
  return isTimeZone(name) ? name : "UTC";
}

/** A locale for Intl: our English writes days as 3 June 2026. What is no locale is English. */
export function intlLocale(locale: string): string {
  if (locale === "en" || !canMake(() => Intl.getCanonicalLocales(locale))) return "en-GB";
  return locale;
}

function canMake(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
