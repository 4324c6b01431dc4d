/** A language beside English. What it lacks is English. */
export type Language = {
  /** Messages by code, as in `en.ts`; an app's own by its name as well: `slack.channel_archived`. */
  messages: Readonly<Record<string, string>>;
  /** Texts by catalogue and key, as in `en/screens` and `en/definitions`. */
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** What `Intl` calls a language, and its words; English stands in the code. */
type Entry = { intl: string; load: (() => Promise<Language>) | null };

/**
 * The languages that there are words in. Another one is a folder beside this file and a line here:
 * `de: { intl: "de", load: async () => (await import("./de/language.ts")).language }`.
 */
const languages = {
  // Our English writes days as 3 June 2026.
  en: { intl: "en-GB", load: null },
} satisfies Record<string, Entry>;
export type Locale = keyof typeof languages;

const entries: Readonly<Record<Locale, Entry>> = languages;

function isLocale(name: string): name is Locale {
  return Object.hasOwn(languages, name);
}

export const locales: readonly Locale[] = Object.keys(languages).filter(isLocale);

export const defaultLocale: Locale = "en";

/** The first of some stored locales that there are words in: a person's own, then their merchant's; else the default. */
export function toLocale(...stored: readonly (string | null | undefined)[]): Locale {
  for (const wanted of stored) {
    const known = locales.find((locale) => locale === wanted);
    if (known !== undefined) return known;
  }
  return defaultLocale;
}

/** The locale for Intl. */
export function intlLocale(locale: Locale): string {
  return entries[locale].intl;
}

/** The words of a language; null for English. */
export async function readLanguage(locale: Locale): Promise<Language | null> {
  return (await entries[locale].load?.()) ?? null;
}
