"use client";

import { createContext, type ReactNode, useContext } from "react";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";

const LocaleContext = createContext<Locale>(defaultLocale);

/** The reader's language, for whatever runs in the browser. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}
