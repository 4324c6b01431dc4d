/** The languages that there are words in. */
export const locales = ["en"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** A stored locale; the default where there are no words in it. */
export function toLocale(stored: string): Locale {
  return locales.find((locale) => locale === stored) ?? defaultLocale;
}
