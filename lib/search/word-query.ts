import { toIdForm, toSearchForm, typedWords, unspacedScripts } from "./words.ts";

/** So many characters of a word are in the index for sure: of longer ones, the beginning is asked for. */
const longestWord = 60;

/**
 * What an index over `patchbay_search_words` is asked, as the text of a tsquery. It finds whatever has the `wordForms`,
 * and may find more: these stay beside it.
 */
export class WordQuery {
  readonly #scope: string;
  readonly #parts: string[] = [];

  constructor(merchantId: string) {
    // As Postgres' right(merchant, 12).
    this.#scope = `${merchantId.slice(-12)}/`;
  }

  /** @param alternatives marks of which one will do in place of the word */
  addWord(typedWord: string, alternatives: readonly string[] = []): void {
    const ways = [this.#inText(toSearchForm(typedWord)), this.#lexeme(toIdForm(typedWord))];
    for (const mark of alternatives) ways.push(this.#lexeme(`>${mark}`));
    this.#parts.push(`(${ways.join(" | ")})`);
  }

  /** @param marks types, origins or destinations of which the event must have one */
  addMark(...marks: readonly string[]): void {
    this.#parts.push(`(${marks.map((mark) => this.#lexeme(`>${mark}`)).join(" | ")})`);
  }

  /**
   * Leaves events with a mark out, beside what is asked for: that one mark of few is soon told, while those that all
   * others have would be read for each of them.
   * @param others what to ask for where nothing else is: an index finds nothing by what is not there
   */
  leaveOut(mark: string, others: readonly string[]): void {
    if (this.isEmpty) this.addMark(...others);
    else this.#parts.push(`!${this.#lexeme(`>${mark}`)}`);
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  toString(): string {
    return this.#parts.join(" & ");
  }

  /** "37 50" stands in the text as a whole word and the beginning of another. */
  #inText(form: string): string {
    const words = form.split(" ");
    const isUnspaced = unspacedScripts.test(form);
    const needed = words
      .map((word, index) => ({ word, isLast: index === words.length - 1 }))
      // It may stand within a word: only the ends of words in such scripts are in the index.
      .filter(({ word }) => !isUnspaced || unspacedScripts.test(word));
    return `(${needed.map(({ word, isLast }) => this.#lexeme(word, isLast)).join(" & ")})`;
  }

  #lexeme(word: string, isBeginning = false): string {
    const letters = [...word];
    const isCut = letters.length >= longestWord;
    const text = this.#scope + (word.startsWith(">") ? word : letters.slice(0, longestWord).join(""));
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'${isBeginning || isCut ? ":*" : ""}`;
  }
}

/**
 * The typed words that are worth asking the index for: a number of some length is seldom, and the index would read all
 * of a frequent word beside it.
 */
export function distinctiveWords(search: string): string[] {
  const words = typedWords(search);
  const numbers = words.filter((word) => /\p{N}{4}/u.test(word));
  return numbers.length > 0 ? numbers : words;
}
