import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnIndex, columnName, formatRange, readRange } from "./a1.ts";

describe("columns", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("the one at %i is %s", (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });

  test("each has a name of its own that leads back to it", () => {
    fc.assert(fc.property(fc.nat(18_277), (index) => columnIndex(columnName(index)) === index));
  });
});

describe("ranges", () => {
  test("a tab is named to the letter, whatever it is called", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(900), fc.nat(900), (tab, column, row) => {
        const cell = `${columnName(column)}${row + 1}`;
        expect(readRange(formatRange(tab, cell))).toEqual({
          tab,
          firstColumn: column,
          firstRow: row,
          lastColumn: column,
          lastRow: row,
        });
      }),
    );
  });

  test("both corners are read, with and without quotes", () => {
    const corners = { firstColumn: 0, firstRow: 6, lastColumn: 5, lastRow: 6 };
    expect(readRange("Orders!A7:F7")).toEqual({ tab: "Orders", ...corners });
    expect(readRange("'Ana''s orders'!A7:F7")).toEqual({ tab: "Ana's orders", ...corners });
  });

  test.each(["", "Orders", "A1", "Orders!", "Orders!A", "Orders!A1:B"])("%j is none", (text) => {
    expect(readRange(text)).toBeNull();
  });
});
