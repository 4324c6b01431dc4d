import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Provider } from "../contract/provider.ts";

/** What whoever reads one action opens in the app's folder, words and client among it. */
const mostFilesOfAction = 12;

/** What a file of the fixed layout is sometimes called: the same thing has the same name in every app. */
const otherNames = new Map(
  Object.entries({
    "api.ts": "client.ts",
    "failures.ts": "errors.ts",
    "problem.ts": "errors.ts",
    "status-refusals.ts": "errors.ts",
    "explain-failure.ts": "errors.ts",
    "read-failure.ts": "errors.ts",
    "issues.ts": "errors.ts",
    "rate-limits.ts": "errors.ts",
    "wait-asked-for.ts": "errors.ts",
    "token-answer.ts": "auth.ts",
    "read-token-answer.ts": "auth.ts",
    "scopes.ts": "auth.ts",
    "signature.ts": "inbound.ts",
    "own-mark.ts": "mark.ts",
    "marks.ts": "mark.ts",
    "sandbox/api-route.ts": "sandbox/api.ts",
    "sandbox/route.ts": "sandbox/api.ts",
    "sandbox/replies.ts": "sandbox/answers.ts",
    "sandbox/answer.ts": "sandbox/answers.ts",
    "sandbox/refuse.ts": "sandbox/answers.ts",
    "sandbox/authorization.ts": "sandbox/oauth.ts",
    "sandbox/tokens.ts": "sandbox/oauth.ts",
  }),
);

/** Files have the same names in every app, so that whoever knows one app finds their way in the next. */
export function testLayout(provider: Provider): void {
  describe(`${provider.id} lies in the fixed layout`, () => {
    const folder = fileURLToPath(new URL(`../${provider.id}/`, import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );

    test("has each file that every app has", () => {
      for (const name of wanted(provider)) expect(files, name).toContain(name);
    });

    test("has a file for each action, by its id", () => {
      for (const id of Object.keys(provider.actions)) {
        expect(files, "an action's key in provider.ts is its file's name").toContain(`actions/${id}.ts`);
      }
    });

    test("has its inbound messages in inbound.ts, or in a folder of that name", () => {
      const places = files.filter((name) => name === "inbound.ts" || name === "inbound/inbound.ts");
      expect(places).toHaveLength(provider.inbound ? 1 : 0);
    });

    test("has folders for what it lists and what it copies", () => {
      expect(existsSync(`${folder}resources`)).toBe(Object.keys(provider.resources).length > 0);
      expect(existsSync(`${folder}sync`)).toBe(Object.keys(provider.sync).length > 0);
    });

    test("lets an action be read without going through half of the folder", () => {
      for (const id of Object.keys(provider.actions).filter((one) => files.includes(`actions/${one}.ts`))) {
        expect(filesBehind(folder, `actions/${id}.ts`).size, id).toBeLessThanOrEqual(mostFilesOfAction);
      }
    });

    test("calls nothing of it by another name", () => {
      const odd = files.filter((name) => otherNames.has(name));
      expect(odd.map((name) => `${name} belongs into ${otherNames.get(name)}`)).toEqual([]);
    });
  });
}

function wanted({ auth }: Provider): string[] {
  return [
    "manifest.ts",
    "provider.ts",
    "auth.ts",
    "client.ts",
    "errors.ts",
    "identify.ts",
    "words.ts",
    "conformance.test.ts",
    "vendor-contract.test.ts",
    "sandbox/sandbox.ts",
    "sandbox/answers.ts",
    "sandbox/commands.ts",
    "sandbox/seed.ts",
    ...(auth.kind === "oauth2" ? ["sandbox/oauth.ts"] : []),
  ];
}

/** A file of the folder, and all that it imports there. */
function filesBehind(folder: string, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || file.startsWith("..")) return found;
  found.add(file);
  for (const [, path = ""] of readFileSync(folder + file, "utf8").matchAll(
    /(?:from |import\()"(\.[^"]+)"/g,
  )) {
    filesBehind(folder, join(dirname(file), path), found);
  }
  return found;
}
