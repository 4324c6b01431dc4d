import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { guideTo } from "#lib/marketplace/guide.ts";
import { declare } from "#lib/providers/contract/declare.ts";
import { loadProviders } from "#lib/providers/registry.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const guides = "docs/providers/";

/** What is written down of the providers' code, by path from the root: guides, what the catalogue shows, and names. */
async function writtenDown(): Promise<Map<string, string>> {
  const providers = await loadProviders();
  const names = Object.fromEntries(providers.map(({ id, name }) => [id, name]));
  return new Map<string, string>([
    ["lib/marketplace/catalogue/connectable.json", toJson(names)],
    ...providers.flatMap((provider): [string, string][] => [
      [`${guides}${provider.id}.md`, guideTo(provider)],
      [`lib/providers/${provider.id}/declared.json`, toJson(declare(provider))],
    ]),
  ]);
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The files that do not say what their providers declare. */
export async function staleGuides(): Promise<string[]> {
  const wanted = await writtenDown();
  const stale = [...wanted].filter(([file, text]) => readIfThere(root + file) !== text).map(([file]) => file);
  const known = readdirSync(root + guides).map((file) => guides + file);
  return [...stale, ...known.filter((file) => !wanted.has(file))];
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

if (import.meta.main) {
  rmSync(root + guides, { recursive: true, force: true });
  mkdirSync(root + guides, { recursive: true });
  const files = await writtenDown();
  for (const [file, text] of files) writeFileSync(root + file, text);
  process.stdout.write(`${files.size} files written of what the providers declare.\n`);
}
