import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dashboard = fileURLToPath(new URL("../../../app/(dashboard)", import.meta.url));

type FoundPage = { file: string; params: Record<string, string> };

/**
 * The page of a path, as Next finds it: folders in parentheses name nothing, those in brackets take any part.
 * @throws where there is none
 */
export function findPage(path: string): FoundPage {
  const found = findIn(dashboard, path.split("/").filter(Boolean));
  if (!found) throw new Error(`There is no page at ${path}.`);
  return found;
}

function findIn(folder: string, [part, ...rest]: readonly string[]): FoundPage | null {
  const file = `${folder}/page.tsx`;
  if (part === undefined && existsSync(file)) return { file, params: {} };
  const folders = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  for (const group of folders.filter((name) => name.startsWith("("))) {
    const found = findIn(`${folder}/${group}`, part === undefined ? [] : [part, ...rest]);
    if (found) return found;
  }
  if (part === undefined) return null;
  if (folders.includes(part)) return findIn(`${folder}/${part}`, rest);
  const dynamic = folders.find((name) => name.startsWith("["));
  const inner = dynamic && findIn(`${folder}/${dynamic}`, rest);
  return inner ? { ...inner, params: { ...inner.params, [dynamic.slice(1, -1)]: part } } : null;
}
