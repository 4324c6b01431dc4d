import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import { applyTextEdit, insertSource, joined, shownText, type TextPart } from "./text-parts.ts";

function field(name: string): Source {
  return { kind: "field", path: ["data", name], transforms: [], ifMissing: { rule: "leave_out" } };
}
const getLabel = ({ path }: Source) => String(path.at(-1));
const [number, table] = [field("number"), field("table")];

/** What a text box has after something was typed over a part of it. */
function typeOver(parts: readonly TextPart[], from: number, to: number, typed: string) {
  const before = shownText(parts, getLabel);
  const text = before.slice(0, from) + typed + before.slice(to);
  return applyTextEdit(parts, getLabel, { text, caret: from + typed.length });
}

describe("a text with fields in it", () => {
  const parts: TextPart[] = ["Order ", number, " for ", table];

  test("is shown with the names of its fields in brackets", () => {
    expect(shownText(parts, getLabel)).toBe("Order [number] for [table]");
  });

  test("what is typed before, between and after fields stays text", () => {
    expect(typeOver(parts, 0, 0, "New ").parts).toEqual(["New Order ", number, " for ", table]);
    expect(typeOver(parts, 14, 14, ",").parts).toEqual(["Order ", number, ", for ", table]);
    expect(typeOver(parts, 26, 26, "!").parts).toEqual([...parts, "!"]);
  });

  test("one character less of a field and the field is gone, with the caret where it stood", () => {
    expect(typeOver(parts, 13, 14, "")).toEqual({ parts: ["Order  for ", table], caret: 6 });
    expect(typeOver(parts, 6, 7, "")).toEqual({ parts: ["Order  for ", table], caret: 6 });
  });

  test("what is typed into a field stands after it", () => {
    expect(typeOver(parts, 9, 9, "x").parts).toEqual(["Order ", number, "x for ", table]);
  });

  test("a selection over text and half a field takes the whole field along", () => {
    expect(typeOver(parts, 3, 9, "-").parts).toEqual(["Ord- for ", table]);
  });

  test("brackets that were typed are no field", () => {
    expect(typeOver(["a"], 1, 1, "[number]").parts).toEqual(["a[number]"]);
  });

  test("a field is put where the caret is, and after a field that the caret is in", () => {
    expect(insertSource(["Table : late"], getLabel, { start: 6, end: 6 }, table).parts).toEqual([
      "Table ",
      table,
      ": late",
    ]);
    expect(insertSource(parts, getLabel, { start: 8, end: 8 }, table).parts).toEqual([
      "Order ",
      number,
      table,
      " for ",
      table,
    ]);
  });

  test("any edit leaves the text that was typed, and no field that was not touched is lost or made up", () => {
    const part = fc.oneof(fc.constantFrom<TextPart>(number, table), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.string(),
        (raw, one, other, typed) => {
          const written = joined(raw);
          const length = shownText(written, getLabel).length;
          const [from, to] = [one % (length + 1), other % (length + 1)].toSorted((a, b) => a - b);
          if (from === undefined || to === undefined) throw new Error("two places");
          const { parts: after, caret } = typeOver(written, from, to, typed);
          const shown = shownText(after, getLabel);
          expect(caret).toBeLessThanOrEqual(shown.length);
          const count = (list: readonly TextPart[]) => list.filter((one) => typeof one !== "string").length;
          expect(count(after)).toBeLessThanOrEqual(count(written));
          expect(joined(after)).toEqual(after);
          if (count(written) === 0) {
            const before = shownText(written, getLabel);
            expect(shown).toBe(before.slice(0, from) + typed + before.slice(to));
          }
        },
      ),
    );
  });
});
