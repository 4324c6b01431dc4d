import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { loadDevelopmentKeys } from "./keys.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "patchbay keys "));
});
afterEach(() => rmSync(home, { recursive: true }));

describe("loadDevelopmentKeys", () => {
  test("makes keys once, and later starts reuse them", async () => {
    const dataDir = join(home, "data");
    const first = await loadDevelopmentKeys(dataDir, {});
    expect(await loadDevelopmentKeys(dataDir, {})).toEqual(first);
  });

  test("two starts at once agree on the keys", async () => {
    const [one, ...others] = await Promise.all(
      Array.from({ length: 8 }, () => loadDevelopmentKeys(home, {})),
    );
    for (const other of others) expect(other).toEqual(one);
  });

  test("each data directory has its own keys", async () => {
    const one = await loadDevelopmentKeys(join(home, "one"), {});
    const two = await loadDevelopmentKeys(join(home, "two"), {});
    for (const name of ["ENCRYPTION_KEYS", "NEXTAUTH_SECRET", "DEMO_API_KEY"] as const) {
      expect(one[name]).not.toBe(two[name]);
    }
  });

  test("only the owner may read the file", async () => {
    await loadDevelopmentKeys(home, {});
    expect(statSync(join(home, "keys.json")).mode & 0o777).toBe(0o600);
  });

  test("what the environment gives wins and is not kept; an empty value counts as none", async () => {
    const kept = await loadDevelopmentKeys(home, {});
    const keys = await loadDevelopmentKeys(home, { DEMO_API_KEY: "pb_mine", NEXTAUTH_SECRET: "" });
    expect(keys).toEqual({ ...kept, DEMO_API_KEY: "pb_mine" });
    expect(readFileSync(join(home, "keys.json"), "utf8")).not.toContain("pb_mine");
  });

  test("generated keys are good enough for production", async () => {
    const keys = await loadDevelopmentKeys(home, {});
    const settings = { ...keys, NODE_ENV: "production", DATABASE_URL: "postgres://localhost/patchbay" };
    expect(() => parseEnv(settings)).not.toThrow();
  });

  test.each(["", "{", "{}", '{"ENCRYPTION_KEYS":1}'])(
    "a spoilt file (%s) is refused by its name and stays",
    async (text) => {
      const path = join(home, "keys.json");
      writeFileSync(path, text);
      await expect(loadDevelopmentKeys(home, {})).rejects.toThrow(path);
      expect(readFileSync(path, "utf8")).toBe(text);
    },
  );
});
