import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

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

test.each(["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", '=HYPERLINK("x","y")'])(
  "%j is a text to a spreadsheet and no formula",
  (name) => {
    const cell = csvText(["Name"], [[name]]).split("\r\n")[1] ?? "";
    expect(cell.replace(/^"/, "")).toMatch(/^'/);
  },
);

test.each(["-12.50", "-5", "12.50"])("the amount %s stays a number", (amount) => {
  expect(csvText(["Amount"], [[amount]])).toBe(`\uFEFFAmount\r\n${amount}\r\n`);
});
