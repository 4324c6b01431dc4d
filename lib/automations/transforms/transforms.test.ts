import { describe, expect, test } from "vitest";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { missing, problem, work } from "#lib/automations/testing/transform-context.ts";
import type { Transform } from "./transform-schema.ts";

const version = 1;
const eur = { from: "fixed", currency: "EUR" } as const;
const lines = [
  { name: "Pizza  Margherita", quantity: 2, totalAmount: 2_500 },
  { name: "House wine,\n0.2 l", quantity: 1, totalAmount: 950 },
];

describe("numbers", () => {
  const read = (decimalMark: "." | ",", as: "number" | "integer" = "number"): Transform => ({
    transform: "to_number",
    version,
    decimalMark,
    as,
  });
  test.each<[string, "." | ",", Json]>([
    ["12", ".", 12],
    [" 1,234.50 ", ".", 1_234.5],
    ["1.234,50", ",", 1_234.5],
    ["1 234,5", ",", 1_234.5],
    ["-0", ".", 0],
    ["+7", ".", 7],
  ])("%j with the mark %s is %j", (text, mark, number) => {
    expect(work(text, read(mark))).toBe(number);
  });

  test.each([
    "",
    "12,5,0",
    "1,23.5",
    "1e5",
    "0x10",
    "NaN",
    "Infinity",
    "12.",
    ".5",
    "--1",
    "١٢",
    "9".repeat(400),
  ])("%j is none", (text) => {
    expect(work(text, read("."))).toEqual(problem("mapping_not_a_number"));
  });

  test("a whole number is whole, and one that can be told from its neighbours", () => {
    expect(work("12.00", read(".", "integer"))).toBe(12);
    expect(work("12.5", read(".", "integer"))).toEqual(problem("mapping_not_a_number"));
    expect(work("9007199254740993", read(".", "integer"))).toEqual(problem("mapping_not_exact"));
  });

  test("are written for machines without an exponent, and for people in their language", () => {
    const plain: Transform = { transform: "format_number", version, style: "plain" };
    expect(work(1e21, plain)).toBe("1000000000000000000000");
    expect(work(1.5e-7, plain)).toBe("0.00000015");
    expect(work(1_234.5, { ...plain, decimals: 2 })).toBe("1234.50");
    expect(work(1_234.5, { ...plain, style: "local" }, { locale: "de" })).toBe("1.234,5");
  });
});

describe("texts", () => {
  const split = (take: "first" | "last" | "after_first" | "before_last" | "all"): Transform => ({
    transform: "split",
    version,
    separator: " ",
    take,
  });
  test.each<[string, Json | object, Json | object]>([
    ["Mara Klein", "Mara", "Klein"],
    ["Anna  Maria de Souza", "Anna Maria de", "Souza"],
    ["Mara", missing, "Mara"],
    ["  ", missing, missing],
  ])("%j: all names but the last, and the last", (name, before, last) => {
    expect(work(name, split("before_last"))).toEqual(before);
    expect(work(name, split("last"))).toEqual(last);
  });

  test("are cut between characters, never within one", () => {
    const to = (maxLength: number): Transform => ({ transform: "shorten", version, maxLength });
    expect(work("Margherita", to(10))).toBe("Margherita");
    expect(work("Margherita", to(5))).toBe("Marg…");
    expect(work("ab😀cd", to(4))).toBe("ab…");
    expect(work("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", to(15))).toBe("👨‍👩‍👧‍👦…");
    expect(work("👨‍👩‍👧‍👦", to(3))).toBe("…");
    expect(work("ab", to(1))).toBe("…");
  });

  test("change their case as the language does", () => {
    const to = (kind: "upper" | "lower" | "sentence" | "words"): Transform => ({
      transform: "case",
      version,
      to: kind,
    });
    expect(work("straße", to("upper"))).toBe("STRASSE");
    expect(work("istanbul", to("upper"), { locale: "tr" })).toBe("İSTANBUL");
    expect(work("PIZZA MARGHERITA", to("sentence"))).toBe("Pizza margherita");
    expect(work("o'NEILL mara-lena", to("words"))).toBe("O'neill Mara-Lena");
  });

  test("of nothing but spaces are missing once trimmed, and replaced by a default", () => {
    expect(work(" \n ", { transform: "trim", version })).toEqual(missing);
    expect(work(" ", { transform: "default", version, value: "no note" })).toBe("no note");
    expect(work([], { transform: "default", version, value: "none" })).toBe("none");
    expect(work(0, { transform: "default", version, value: 5 })).toBe(0);
  });

  test.each<[string, Json | object]>([
    [" mara@example.com ", "mara@example.com"],
    ["mara at example", missing],
    ["", missing],
    [`${"a".repeat(300)}@example.com`, missing],
  ])("%j as an email address", (text, address) => {
    expect(work(text, { transform: "email_address", version })).toEqual(address);
  });
});

describe("lists", () => {
  test("order lines as a text, each on one line of its own", () => {
    const text: Transform = { transform: "lines_text", version, shows: "quantity_and_name", separator: "\n" };
    expect(work(lines, text)).toBe("2 × Pizza Margherita\n1 × House wine, 0.2 l");
    expect(work(lines, { ...text, separator: ", ", prices: eur })).toBe(
      "2 × Pizza Margherita (€25.00), 1 × House wine, 0.2 l (€9.50)",
    );
    expect(work(lines, { ...text, shows: "name", separator: " · " })).toBe(
      "Pizza Margherita · House wine, 0.2 l",
    );
    expect(work(["soup"], text)).toMatchObject(problem("mapping_wrong_type"));
    expect(work(lines, { ...text, prices: { from: "line", path: ["currency"] } })).toEqual(
      problem("mapping_no_currency"),
    );
  });

  test("are counted and added up exactly, or not at all", () => {
    const sum: Transform = { transform: "sum", version, path: ["quantity"] };
    expect(work(lines, { transform: "count", version })).toBe(2);
    expect(work(lines, sum)).toBe(3);
    expect(work([...lines, { name: "soup" }], sum)).toEqual(missing);
    expect(work([{ quantity: 0.1 }], sum)).toEqual(problem("mapping_not_exact"));
    expect(work([{ quantity: 2 ** 53 - 1 }, { quantity: 1 }], sum)).toEqual(problem("mapping_not_exact"));
    expect(work([{ quantity: "2" }], sum)).toMatchObject(problem("mapping_wrong_type"));
    expect(work([], sum)).toBe(0);
  });

  test("the first of none is missing", () => {
    expect(work([], { transform: "first", version })).toEqual(missing);
    expect(work([null], { transform: "first", version })).toEqual(missing);
    expect(work(["a", "b"], { transform: "first", version })).toBe("a");
  });

  test("a list of a great many is joined up to a bound", () => {
    const join: Transform = { transform: "join", version, separator: ", " };
    expect(work(["a", 1, true], join)).toBe("a, 1, true");
    expect(work(Array(200_000).fill("soup"), join)).toEqual(problem("mapping_too_long"));
    expect(work([{}], join)).toMatchObject(problem("mapping_wrong_type"));
  });

  test("a lookup goes by type and letter, and says what becomes of the rest", () => {
    const lookup: Transform = {
      transform: "lookup",
      version,
      entries: [
        { from: "apple_pay", to: "Apple Pay" },
        { from: true, to: "yes" },
      ],
      otherwise: { rule: "missing" },
    };
    expect(work("apple_pay", lookup)).toBe("Apple Pay");
    expect(work(true, lookup)).toBe("yes");
    expect(work("true", lookup)).toEqual(missing);
    expect(work("cash", { ...lookup, otherwise: { rule: "keep" } })).toBe("cash");
    expect(work("cash", { ...lookup, otherwise: { rule: "value", value: "other" } })).toBe("other");
  });
});
