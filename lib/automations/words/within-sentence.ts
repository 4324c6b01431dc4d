import type { Locale } from "#lib/words/locale.ts";

/**
 * A label within a sentence, as its language writes it: "total amount" in English. What is written in its own way, such
 * as "SKU", stays as it is, and so does every label of a language in which capitals mean something.
 */
export function withinSentence(label: string, locale: Locale): string {
  if (!smallWithin.has(locale)) return label;
  const [first = ""] = label.split(" ");
  const isPlain = /^\p{Lu}\p{Ll}*$/u.test(first) && first.length > 1;
  return isPlain ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}

/** Languages that write a word within a sentence in small letters. */
const smallWithin: ReadonlySet<Locale> = new Set(["en"]);
