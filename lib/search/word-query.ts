import { toIdForm, toSearchForm, typedWords, unspacedScripts } from "./words.ts";

/** So many characters of a word are in the index for sure: of longer ones, the beginning is asked for. */
const longestWord = 60;

/** A word of the index, or the beginning of some. `keys`: any of these, as a frequent word, stands for all that has it. */
type Lexeme = { asked: string; keys: readonly string[] };
/** What finds a row if the row has all of it. */
type Way = readonly Lexeme[];

/**
 * What an index over `patchbay_search_words` is asked, as the text of a tsquery. It finds whatever has the `wordForms`,
 * and may find more: these stay beside it.
 */
export class WordQuery {
  readonly #scope: string;
  /** A row must have one way of each part. */
  readonly #parts: (readonly Way[])[] = [];
  readonly #leftOut: Lexeme[] = [];

  constructor(merchantId: string) {
    // As Postgres' right(merchant, 12).
    this.#scope = `${merchantId.slice(-12)}/`;
  }

  /** @param alternatives marks of which one will do in place of the word */
  addWord(typedWord: string, alternatives: readonly string[] = []): void {
    const form = toSearchForm(typedWord);
    const idForm = toIdForm(typedWord);
    const id = this.#lexeme(idForm, { besides: idForm === `=${form}=` ? form : undefined });
    this.#parts.push([this.#inText(form), [id], ...alternatives.map((mark) => [this.#lexeme(`>${mark}`)])]);
  }

  /** @param marks types, origins or destinations of which the event must have one */
  addMark(...marks: readonly string[]): void {
    this.#parts.push(marks.map((mark) => [this.#lexeme(`>${mark}`)]));
  }

  /**
   * Leaves events with a mark out, beside what is asked for: that one mark of few is soon told, while those that all
   * others have would be read for each of them.
   * @param others what to ask for where nothing else is: an index finds nothing by what is not there
   */
  leaveOut(mark: string, others: readonly string[]): void {
    if (this.isEmpty) this.addMark(...others);
    else this.#leftOut.push(this.#lexeme(`>${mark}`));
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  get isSingle(): boolean {
    return this.#parts.length === 1;
  }

  /** Frequent words of a day by which it may be asked for less: parts, ways of each, and what each way needs. */
  get keys(): readonly (readonly (readonly (readonly string[])[])[])[] {
    return this.#parts.map((part) => part.map((way) => way.map(({ keys }) => keys)));
  }

  toString(): string {
    const parts = this.#parts.map((part) => anyOf(part.map(allOf)));
    return [...parts, ...this.#leftOut.map(({ asked }) => `!${asked}`)].join(" & ");
  }

  /**
   * What finds no less, on a day of which frequent words are known: an index reads all rows of a word before it
   * compares, so the frequent ones are left to what stands beside it.
   * @param frequent those of `keys` that are frequent on the day
   * @param meetings how many rows have them all, if every part has a way of frequent words alone
   * @returns null = no row of the day fits
   */
  without(frequent: ReadonlySet<string>, meetings: number): string | null {
    if (frequent.size === 0) return this.toString();
    const parts = this.#parts.map((part) => {
      const rare = part.map((way) => way.filter(({ keys }) => !keys.some((key) => frequent.has(key))));
      return { isFrequent: rare.some((way) => way.length === 0), rare: rare.filter((way) => way.length > 0) };
    });
    const needed = parts.filter(({ isFrequent }) => !isFrequent);
    if (needed.length > 0) return needed.map(({ rare }) => anyOf(rare.map(allOf))).join(" & ");
    if (meetings > 0) return this.toString();
    const rare = parts.flatMap((part) => part.rare.map(allOf));
    return rare.length === 0 ? null : anyOf(rare);
  }

  /** "37 50" stands in the text as a whole word and the beginning of another. */
  #inText(form: string): Way {
    const words = form.split(" ");
    const isUnspaced = unspacedScripts.test(form);
    return (
      words
        .map((word, index) => ({ word, isBeginning: index === words.length - 1 }))
        // It may stand within a word: only the ends of words in such scripts are in the index.
        .filter(({ word }) => !isUnspaced || unspacedScripts.test(word))
        .map(({ word, isBeginning }) => this.#lexeme(word, { isBeginning }))
    );
  }

  /** @param besides a frequent word whose rows include those of this one */
  #lexeme(word: string, options: { isBeginning?: boolean; besides?: string | undefined } = {}): Lexeme {
    const letters = [...word];
    const isCut = letters.length >= longestWord;
    const text = this.#scope + (word.startsWith(">") ? word : letters.slice(0, longestWord).join(""));
    const asked = `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'${options.isBeginning || isCut ? ":*" : ""}`;
    return { asked, keys: isCut ? [] : [word, ...(options.besides === undefined ? [] : [options.besides])] };
  }
}

function allOf(way: Way): string {
  return `(${way.map(({ asked }) => asked).join(" & ")})`;
}

function anyOf(ways: readonly string[]): string {
  return `(${ways.join(" | ")})`;
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
