import IntlMessageFormat from "intl-messageformat";
import { manifests } from "#lib/providers/manifests.ts";
import { en } from "./en.ts";
import { defaultLocale, type Locale } from "./locale.ts";
import { findMessage } from "./texts/translations.ts";

const texts = new Map<Locale, ReadonlyMap<string, string>>();

/** The codes whose sentence holds a word, apart from what the parameters bring: for searching rows that hold codes. */
export function codesWith(word: string, locale: Locale = defaultLocale): string[] {
  const known = texts.get(locale) ?? readTexts(locale);
  texts.set(locale, known);
  const wanted = word.toLowerCase();
  return [...known].flatMap(([code, text]) => (text.includes(wanted) ? [code] : []));
}

function readTexts(locale: Locale): ReadonlyMap<string, string> {
  const own = Object.entries<string>(en);
  const ofApps = manifests.flatMap(({ id, words }) =>
    Object.entries(words.en).map(([name, pattern]) => [`${id}.${name}`, pattern] as const),
  );
  return new Map(
    [...own, ...ofApps].map(([code, pattern]) => [
      code,
      readLiterals(findMessage(locale, code) ?? pattern, locale).toLowerCase(),
    ]),
  );
}

function readLiterals(pattern: string, locale: Locale): string {
  const elements = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).getAst();
  return literalsIn(elements).join(" ");
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function literalsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if ("options" in element)
      return Object.values(element.options).flatMap((option) => literalsIn(option.value));
    return element.type === 0 ? [element.value] : [];
  });
}
