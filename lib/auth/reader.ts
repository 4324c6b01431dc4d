import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { readLocaleFrom } from "#lib/words/texts/reader-locale.ts";

/** One for each request whose page is drawn on the server; elsewhere it is made again and says the default. */
const reader = cache((): { locale: Locale } => ({ locale: defaultLocale }));
/** A server action draws nothing: what it composes is in the language that it was run with. */
const composing = new AsyncLocalStorage<Locale>();

readLocaleFrom("request", () => composing.getStore() ?? reader().locale);

/** Notes in which language the page of this request is drawn, once it is known who reads. */
export function noteReader(locale: Locale): void {
  reader().locale = locale;
}

/** Composes texts in a language. */
export function composeIn<T>(locale: Locale, compose: () => T): T {
  return composing.run(locale, compose);
}
