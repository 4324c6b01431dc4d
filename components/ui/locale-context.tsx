"use client";

import { createContext, type ReactNode, use } from "react";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { readLocaleFrom } from "#lib/words/texts/reader-locale.ts";
import { loadLanguage } from "#lib/words/texts/translations.ts";

const LocaleContext = createContext<Locale>(defaultLocale);

/**
 * The reader's language, for whatever runs in the browser. A browser has one reader, so texts may also be asked for
 * outside of drawing; a server draws for several at a time, each with the language of its own tree.
 */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  // A browser gets the words of another language when somebody reads it, and shows what the server drew until then.
  if (locale !== defaultLocale) use(loadLanguage(locale));
  readLocaleFrom("tree", typeof document === "undefined" ? useLocale : () => locale);
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function useLocale(): Locale {
  return use(LocaleContext);
}
