import { describe, expect, test } from "vitest";
import { parseSpreadsheetId, parseTabTitle, spreadsheetField, tabReference } from "./fields.ts";

const id = "1qFopcWEGi_JqeOGvSs93SyFdsSI8J30NzrX92_HZBR0";
const other = "1FX4qhbbAen9uK9WZ7dhjCU-JIEjfrzIqnJoC5zWmEFM";

describe("the spreadsheet", () => {
  test.each([
    id,
    ` ${id} `,
    `https://docs.google.com/spreadsheets/d/${id}`,
    `https://docs.google.com/spreadsheets/d/${id}/edit?gid=0#gid=0`,
  ])("%s is understood", (text) => {
    expect(parseSpreadsheetId(spreadsheetField.parse(text))).toBe(id);
  });

  test.each(["", "Orders", `https://evil.example/spreadsheets/d/${id}`, `../${id}`, `${id} or more`])(
    "%j is refused",
    (text) => {
      expect(spreadsheetField.safeParse(text).success).toBe(false);
    },
  );
});

describe("the tab", () => {
  test("is the first one where none is given", () => {
    expect(parseTabTitle(undefined, id)).toBeUndefined();
  });

  test.each(["Orders", "May/June", "'quoted'", "A1"])("%s is its own name", (title) => {
    expect(parseTabTitle(title, id)).toBe(title);
    expect(parseTabTitle(tabReference(id, title), id)).toBe(title);
  });

  test("of another spreadsheet is refused, not looked for in this one", () => {
    expect(() => parseTabTitle(tabReference(other, "Orders"), id)).toThrow(/another spreadsheet/);
  });
});
