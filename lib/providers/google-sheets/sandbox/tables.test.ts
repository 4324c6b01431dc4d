import { describe, expect, test } from "vitest";
import type { Cells } from "./cells.ts";
import { readRange, writeRange } from "./ranges.ts";
import type { Spreadsheet } from "./spreadsheet.ts";
import { findTable } from "./tables.ts";

const tab = { sheetId: 0, title: "Sheet1", rowCount: 1_000, columnCount: 26, frozenRowCount: 0 };
const spreadsheet: Spreadsheet = {
  name: "Orders",
  createdTime: "",
  modifiedTime: "",
  trashed: false,
  isOpenToApp: true,
  appProperties: {},
  tabs: [tab, { ...tab, sheetId: 7, title: "Ana's orders" }],
};

/** The tables A1:C2 and B4:D6, as in the guide "Append values" of the Sheets API. */
const guide: Cells = [
  ["x", "y", "z"],
  ["x", "y", "z"],
  [],
  [null, "x", "y", "z"],
  [null, "x", "y", "z"],
  [null, "x", "y", "z"],
];

function tableFor(cells: Cells, range: string): string | null {
  const table = findTable(cells, readRange(range, spreadsheet).area);
  return table && writeRange(tab, table);
}

describe("the table that a row is appended to", () => {
  test.each(["Sheet1", "B4", "C5:D5", "B2:D4", "A3:G10"])("is B4:D6 for %s, as the guide has it", (range) => {
    expect(tableFor(guide, range)).toBe("Sheet1!B4:D6");
  });

  test("is A1:C2 for A1", () => {
    expect(tableFor(guide, "A1")).toBe("Sheet1!A1:C2");
  });

  test.each(["E4", "A4"])("is none for %s, which lies in no table", (range) => {
    expect(tableFor(guide, range)).toBeNull();
  });

  // Recorded from Google by github.com/burnash/gspread, test_append_row_with_empty_value.
  test("is what stands right of a gap, unless A1 is asked for", () => {
    const withGap = [["one", "", "three"]];
    expect(tableFor(withGap, "'Sheet1'")).toBe("Sheet1!C1");
    expect(tableFor(withGap, "'Sheet1'!A1")).toBe("Sheet1!A1");
  });
});

describe("a range", () => {
  // Measured at Google by github.com/brekkylab/backlot.
  test.each([
    ["Sheet1", "Sheet1!A1:Z1000"],
    ["'Sheet1'", "Sheet1!A1:Z1000"],
    ["Sheet1!A1:A2", "Sheet1!A1:A2"],
    ["A:A", "Sheet1!A1:A1000"],
    ["1:1", "Sheet1!A1:Z1"],
    ["Sheet1!A2:A", "Sheet1!A2:A1000"],
    ["'Sheet1'!A1:A1", "Sheet1!A1"],
    ["A100:B101", "Sheet1!A100:B101"],
    ["'Ana''s orders'!B2", "'Ana''s orders'!B2"],
  ])("%s is %s", (asked, answered) => {
    const range = readRange(asked, spreadsheet);
    expect(writeRange(range.tab, range.area)).toBe(answered);
  });

  test.each(["Other!A1:B2", "not a range", "A1:", "'A1'", "Sheet1!"])("%s is not understood", (asked) => {
    expect(() => readRange(asked, spreadsheet)).toThrow(`Unable to parse range: ${asked}`);
  });

  test.each(["AA1:AB5", "A1001:B1002"])("%s begins beyond the grid", (asked) => {
    expect(() => readRange(asked, spreadsheet)).toThrow(
      /exceeds grid limits. Max rows: 1000, max columns: 26/,
    );
  });
});
