import { defaultLocale, intlLocale, type Locale } from "#lib/words/locale.ts";

type FindLocale = () => Locale;
const sources: { request?: FindLocale; tree?: FindLocale } = {};
let named: Locale | undefined;

/**
 * Says where this program finds the language of whoever reads.
 * @param of the request whose page a server draws, or the tree of client components that is being drawn
 */
export function readLocaleFrom(of: keyof typeof sources, find: FindLocale): void {
  sources[of] = find;
}

/** Composes a text in a language, whoever reads. */
export function inLocale<T>(locale: Locale, compose: () => T): T {
  const before = named;
  named = locale;
  try {
    return compose();
  } finally {
    named = before;
  }
}

/** The language of whoever reads what is being drawn or composed; the default where nobody is known to. */
export function readerLocale(): Locale {
  if (named !== undefined) return named;
  if (sources.request) return sources.request();
  try {
    return sources.tree?.() ?? defaultLocale;
  } catch {
    // On a server the tree is known only while it is drawn.
    return defaultLocale;
  }
}

/** The same, as Intl calls it: for numbers, days and lists. */
export function readerIntlLocale(): string {
  return intlLocale(readerLocale());
}
