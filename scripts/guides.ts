import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { guideTo } from "#lib/marketplace/guide.ts";
import { loadProviders } from "#lib/providers/registry.ts";

const folder = fileURLToPath(new URL("../docs/providers/", import.meta.url));

/** The guides that do not say what their providers declare, by file name. */
export async function staleGuides(): Promise<string[]> {
  const providers = await loadProviders();
  const wanted = new Map(providers.map((provider) => [`${provider.id}.md`, guideTo(provider)]));
  const stale = [...wanted].filter(([file, text]) => readGuide(file) !== text).map(([file]) => file);
  return [...stale, ...readdirSync(folder).filter((file) => !wanted.has(file))];
}

function readGuide(file: string): string | null {
  try {
    return readFileSync(folder + file, "utf8");
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const providers = await loadProviders();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const provider of providers) writeFileSync(`${folder}${provider.id}.md`, guideTo(provider));
  process.stdout.write(`${providers.length} guides written to docs/providers.\n`);
}
