import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, createRow, findIdColumns, idHeading, missingHeadings, toCell } from "./layout.ts";

describe("a cell", () => {
  test.each([
    ["34.50", 34.5],
    ["1042", 1042],
    ["0", 0],
    ["-3", -3],
  ])("%s is the number %d, which a spreadsheet can add up", (text, number) => {
    expect(toCell(text)).toBe(number);
  });

  test.each([
    "",
    "007",
    "+49301234567",
    "1e5",
    "Infinity",
    "1.",
    ".5",
    "1,5",
    "1234567890123456",
    "=1+1",
    "-0",
    "-0.0",
    "-0.00",
    "+5",
    "- 5",
    "--5",
    "00123",
    "0x10",
    "1E5",
    "1_000",
    "1/2",
    "12:30",
    "50%",
    "€5",
    "TRUE",
    "false",
    "NaN",
    "@SUM(A1)",
    "'7",
    " 7",
    "７",
    "2026-11-23",
  ])("%j stays a text", (text) => {
    expect(toCell(text)).toBe(text);
  });

  test("what is taken for a number is the very number that was written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (text) => {
        const cell = toCell(text);
        return cell === text || (typeof cell === "number" && Number(text) === cell && /^[-\d.]+$/.test(text));
      }),
    );
  });

  test("comes out of JSON as it went in, with its sign", () => {
    const signed = fc.tuple(fc.constantFrom("", "-"), fc.nat(), fc.stringMatching(/^(?:\.\d{1,4})?$/));
    fc.assert(
      fc.property(
        signed.map((parts) => parts.join("")),
        (text) => {
          const arrived: unknown = JSON.parse(JSON.stringify(toCell(text)));
          return String(arrived).startsWith("-") === text.startsWith("-");
        },
      ),
    );
  });
});

describe("a row", () => {
  const values = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 });
  const columns = fc
    .uniqueArray(fc.nat(70), { minLength: 1, maxLength: 3 })
    .map((ids) => ids.sort((a, b) => a - b));

  test("has the id in the first column for ids, and the values round these in their order", () => {
    fc.assert(
      fc.property(values, columns, (cells, idColumns) => {
        const row = createRow(cells, idColumns, "the id");
        expect(row[idColumns[0] ?? 0]).toBe("the id");
        for (const column of idColumns.slice(1)) expect(row[column] ?? null).toBeNull();
        const rest: Cell[] = row.filter((_, column) => !idColumns.includes(column));
        expect(rest.filter((cell) => cell !== null)).toEqual(cells);
      }),
    );
  });

  test("leaves columns without a value as they are", () => {
    expect(createRow(["a", "b"], [4], "id")).toEqual(["a", "b", null, null, "id"]);
  });
});

describe("headings", () => {
  test("the one for ids is known however it is written", () => {
    expect(findIdColumns(["Date", " patchbay ID ", "Total", "Patchbay id"])).toEqual([1, 3]);
  });

  test("the one for ids comes right of everything that is there", () => {
    expect(missingHeadings(["Date", "Total"], 2, 2)).toEqual([null, null, idHeading]);
    expect(missingHeadings(["Date"], 3, 1)).toEqual([null, "Column B", "Column C", idHeading]);
    expect(missingHeadings(["Date"], 1, 4)).toEqual([null, "Column B", "Column C", "Column D", idHeading]);
  });

  test("an empty tab gets plain ones", () => {
    expect(missingHeadings([], 2, 0)).toEqual(["Column A", "Column B", idHeading]);
  });

  test("gaps are filled, and nothing that stands there is touched", () => {
    expect(missingHeadings(["", "Total", idHeading], 2, 3)).toEqual(["Column A", null, null]);
  });

  test("afterwards there is no gap left of the ids, for any tab", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("", " ", "Date", idHeading)),
        fc.nat(9),
        fc.nat(12),
        (before, count, used) => {
          const added = missingHeadings(before, count, Math.max(used, before.length));
          const after = added.map((heading, column) => heading ?? before[column] ?? "");
          expect(after.every((heading) => heading.trim() !== "")).toBe(true);
          expect(findIdColumns(after).length).toBeGreaterThan(0);
          before.forEach((heading, column) => {
            if (heading.trim()) expect(after[column]).toBe(heading);
          });
        },
      ),
    );
  });
});
