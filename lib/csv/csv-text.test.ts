import { expect, test } from "vitest";
import { csvPieces, csvText } from "./csv-text.ts";

test("a file begins with a byte order mark, ends each line with CRLF, and quotes what needs it", () => {
  const text = csvText(
    ["Name", "Amount"],
    [
      ['Bar "Da Gino", Rome', "12.50"],
      ["two\nlines", 7],
      ["", null],
    ],
  );
  expect(text).toBe('\uFEFFName,Amount\r\n"Bar ""Da Gino"", Rome",12.50\r\n"two\nlines",7\r\n,\r\n');
});

test.each([
  "=1+1",
  "+1+1",
  "-1+1",
  "-5 EUR",
  "@SUM(A1)",
  "\t=1",
  "\n=1",
  "＝1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("x","y")',
])("%j is a text to a spreadsheet and no formula", (name) => {
  const cell = csvText(["Name"], [[name]]).split("\r\n")[1] ?? "";
  expect(cell.replace(/^"/, "")).toMatch(/^'/);
});

test.each(["-12.50", "-5", "12.50"])("the amount %s stays a number", (amount) => {
  expect(csvText(["Amount"], [[amount]])).toBe(`\uFEFFAmount\r\n${amount}\r\n`);
});

test("a formula behind a semicolon, a tab or a line's end is a text too, to spreadsheets that end a cell there", () => {
  expect(csvText(["Name"], [["Tea;=1+1"], ["two\n@lines"], ["a\t-1+1"], ["a; b-c"]])).toBe(
    '\uFEFFName\r\n"Tea;\'=1+1"\r\n"two\n\'@lines"\r\n"a\t\'-1+1"\r\n"a; b-c"\r\n',
  );
});

test("a table in pieces is the same file", async () => {
  const rows = [["a"], ["=b"], ["c"]];
  async function* pages() {
    yield rows.slice(0, 2);
    yield [];
    yield rows.slice(2);
  }
  let text = "";
  for await (const piece of csvPieces(["Name"], pages())) text += piece;
  expect(text).toBe(csvText(["Name"], rows));
});
