import { type Language, type Locale, readLanguage, toLocale } from "#lib/words/locale.ts";

const loaded = new Map<Locale, Language>();
const loading = new Map<Locale, Promise<void>>();

/** Makes the words of a language ready, once in a process or a browser. */
export function loadLanguage(locale: Locale): Promise<void> {
  const known = loading.get(locale);
  if (known) return known;
  const ready = readLanguage(locale).then((language) => {
    if (language) loaded.set(locale, language);
  });
  loading.set(locale, ready);
  // Whoever asks next tries again.
  ready.catch(() => loading.delete(locale));
  return ready;
}

/** The language of whoever is about to be answered, by what is stored of them: its words are there from here on. */
export async function chooseLocale(...stored: readonly (string | null | undefined)[]): Promise<Locale> {
  const locale = toLocale(...stored);
  await loadLanguage(locale);
  return locale;
}

/** A text of a screen in another language. undefined = it is English, or has none. */
export function findText(locale: Locale, catalogue: string, key: string): string | undefined {
  return loaded.get(locale)?.texts[catalogue]?.[key];
}

/** A message in another language, by its code. */
export function findMessage(locale: Locale, code: string): string | undefined {
  const messages = loaded.get(locale)?.messages;
  return messages && Object.hasOwn(messages, code) ? messages[code] : undefined;
}

/** Puts words in the place of a language's, for tests. */
export function setLanguage(locale: Locale, language: Partial<Language>): void {
  loaded.set(locale, { messages: {}, texts: {}, ...language });
}
