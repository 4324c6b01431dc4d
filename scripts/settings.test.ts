import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot, readDataDir, readDevDistDir, readPort } from "./settings.ts";

describe("settings of a start", () => {
  test("PORT is 3000 unless set", () => {
    expect(readPort({})).toBe(3000);
    expect(readPort({ PORT: "" })).toBe(3000);
    expect(readPort({ PORT: "3001" })).toBe(3001);
  });

  test.each(["0", "65536", "-1", "3e3", "http", "80 ", "1.5"])("PORT=%s is refused by its name", (PORT) => {
    expect(() => readPort({ PORT })).toThrow(/PORT/);
  });

  test("a relative DATA_DIR starts at the project, wherever the command was typed", () => {
    expect(readDataDir({})).toBe(resolve(projectRoot, ".data"));
    expect(readDataDir({ DATA_DIR: "other" })).toBe(resolve(projectRoot, "other"));
    expect(readDataDir({ DATA_DIR: "/srv/patchbay" })).toBe("/srv/patchbay");
  });

  test("each data directory compiles into its own folder, always the same", () => {
    const dirs = [{}, { DATA_DIR: "/a" }, { DATA_DIR: "/b" }].map(readDevDistDir);
    expect(new Set(dirs).size).toBe(3);
    expect(dirs[0]).toBe(".next");
    expect(readDevDistDir({ DATA_DIR: "/a" })).toBe(dirs[1]);
    expect(readDevDistDir({ DATA_DIR: ".data/" })).toBe(".next");
  });
});
