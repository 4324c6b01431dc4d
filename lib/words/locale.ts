/** The languages that there are words in. */
export const locales = ["en"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** The first of some stored locales that there are words in: a person's own, then their merchant's; else the default. */
export function toLocale(...stored: readonly (string | null | undefined)[]): Locale {
  for (const wanted of stored) {
    const known = locales.find((locale) => locale === wanted);
    if (known !== undefined) return known;
  }
  return defaultLocale;
}

/** The locale for Intl: our English writes days as 3 June 2026. */
export function intlLocale(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}
