import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { WordQuery } from "./word-query.ts";
import { toIdForm, toSearchForm, typedWords, wordForms } from "./words.ts";

const merchantId = "mer_019b0000000012ab34cd56ef78ab90cd";

/** Whether the forms find a text, and whether the index's words do. */
async function ask(
  searchText: string,
  typed: string,
  marks: string[] = [],
  query = new WordQuery(merchantId),
) {
  const words = typedWords(typed);
  for (const word of words) query.addWord(word);
  const forms = words.map((word) => wordForms(word));
  const [row] = await db().execute<{ byForms: boolean; byWords: boolean }>(sql`
    SELECT (SELECT coalesce(bool_and(EXISTS (SELECT FROM json_array_elements_text(way) form WHERE strpos(${searchText}, form) > 0)), true)
        FROM json_array_elements(${JSON.stringify(forms)}::json) way) AS "byForms",
      patchbay_search_words(${merchantId}, ${searchText}, ARRAY(SELECT json_array_elements_text(${JSON.stringify(marks)}::json)))
        @@ ${query.toString()}::tsquery AS "byWords"`);
  if (!row) throw new Error("No answer.");
  return row;
}

const word = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "€37.50",
    "#1042",
    "東京・注文",
    "A-1042/7",
    "abc注文",
    "x".repeat(70),
    "注".repeat(70),
    "o'neil",
    "back\\slash",
  ),
);

test("whatever the forms of a typed word find, the index over words finds too", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.nat(5),
      fc.nat(80),
      fc.boolean(),
      async (texts, pick, cut, isId) => {
        const forms = texts
          .map((text) => (isId ? toIdForm(text) : toSearchForm(text)))
          .filter((form) => form !== "");
        const typed = [...(texts[pick % texts.length] ?? "")].slice(0, cut + 1).join("");
        fc.pre(typedWords(typed).length > 0);
        const { byForms, byWords } = await ask(` ${forms.join(" ")}`, typed);
        if (byForms) expect(byWords, JSON.stringify({ forms, typed })).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["order 1042 37 50", "37.50", true],
  ["order 1042 37 50", "37.5", true],
  ["order 1042 37 50", "51.37", false],
  ["order 1042", "1043", false],
  ["東京の注文", "注文", true],
  ["東京の注文", "京都", false],
])("the index over words tells %j by %j: %s", async (text, typed, isFound) => {
  expect((await ask(` ${text}`, typed)).byWords).toBe(isFound);
});

test("marks are found whole, under their merchant, and never by a word", async () => {
  const of = (mark: string) => {
    const query = new WordQuery(merchantId);
    query.addMark(mark);
    return query;
  };
  const marks = ["order.paid", "api", "wh_1"];
  expect((await ask(" order", "", marks, of("order.paid"))).byWords).toBe(true);
  expect((await ask(" order", "", marks, of("order"))).byWords).toBe(false);
  expect((await ask(" order", "api", marks)).byWords).toBe(false);
  const either = new WordQuery(merchantId);
  either.addWord("kitchen", ["wh_2", "wh_1"]);
  expect((await ask(" order", "", marks, either)).byWords).toBe(true);
});

test("what has a mark that is left out is not found, beside words and alone", async () => {
  const without = () => {
    const query = new WordQuery(merchantId);
    query.leaveOut("patchbay", ["api", "test"]);
    return query;
  };
  const besides = (typed: string) => {
    const query = new WordQuery(merchantId);
    query.addWord(typed);
    query.leaveOut("patchbay", ["api", "test"]);
    return query;
  };
  expect((await ask(" order", "", ["api"], without())).byWords).toBe(true);
  expect((await ask(" order", "", ["patchbay"], without())).byWords).toBe(false);
  expect((await ask(" order", "", ["api"], besides("order"))).byWords).toBe(true);
  expect((await ask(" order", "", ["patchbay"], besides("order"))).byWords).toBe(false);
  expect((await ask(" order", "", ["api"], besides("scan"))).byWords).toBe(false);
});
