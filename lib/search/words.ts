/** Scripts that put no spaces between words: there a word may be found anywhere. */
export const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const isAscii = /^[\0-\x7f]*$/;

/**
 * A text as it is searched: without accents, case and punctuation, its words one space apart. "Café №5, €37.50" is
 * "cafe no5 37 50". The same form is stored and asked for, so that "37.50" finds "€37.50" and "#1042" finds "1042".
 */
export function toSearchForm(text: string): string {
  // Most texts are plain, and this runs for each text of each event: the same rule, faster.
  if (isAscii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return withoutAccents(text)
    .replace(/[^\p{L}\p{N}\p{So}]+/gu, " ")
    .trim();
}

/** An id as it is searched: it is found as a whole only, so that "1042" does not find "ord_1042". */
export function toIdForm(id: string): string {
  if (isAscii.test(id)) return `=${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}=`;
  return `=${withoutAccents(id).replace(/[^\p{L}\p{N}]+/gu, "-")}=`;
}

/** What a person typed, word by word. All of them must be found; punctuation inside a word keeps it together. */
export function typedWords(text: string): string[] {
  const words = text.split(/\s+/u).filter((word) => toSearchForm(word) !== "");
  return [...new Set(words)];
}

/**
 * Of these one must stand in a text that begins with a space and holds search forms and id forms: the word stands at the
 * start of a word of the text, or is a whole id.
 */
export function wordForms(typedWord: string): string[] {
  const word = toSearchForm(typedWord);
  return [unspacedScripts.test(word) ? word : ` ${word}`, toIdForm(typedWord)];
}

/** The same rule as `wordForms`, for texts that stand in memory. */
export function hasWord(texts: readonly string[], typedWord: string): boolean {
  if (toSearchForm(typedWord) === "") return false;
  const text = ` ${texts.map(toSearchForm).join(" ")}`;
  return wordForms(typedWord).some((form) => text.includes(form));
}

function withoutAccents(text: string): string {
  // Upper case first: "ß" and "SS" are then the same, and so are the two small sigmas.
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase().replaceAll("ς", "σ");
}
