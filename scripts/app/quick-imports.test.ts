import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "#scripts/settings.ts";

const drizzle = join(projectRoot, "node_modules/drizzle-orm");

test("drizzle is modules throughout, which name each other by whole paths", () => {
  expect(JSON.parse(readFileSync(join(drizzle, "package.json"), "utf8"))).toMatchObject({ type: "module" });
  expect(globSync("**/package.json", { cwd: drizzle })).toEqual(["package.json"]);
  const partial = globSync("**/*.js", { cwd: drizzle }).filter((path) =>
    /\b(from|import) ?\(?["']\.[^"']*(?<!\.js)["']/.test(readFileSync(join(drizzle, path), "utf8")),
  );
  expect(partial).toEqual([]);
});
