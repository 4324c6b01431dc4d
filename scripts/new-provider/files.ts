import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a new app is called in each place. */
export type NewApp = {
  /** In kebab-case: folder, stored value, part of addresses. */
  id: string;
  /** As sentences have it. */
  name: string;
};

const template = { id: "acme-notes", name: "Acme Notes" };
const templateFolder = fileURLToPath(new URL(`../../lib/providers/${template.id}/`, import.meta.url));

/**
 * The files of a new app by their paths in its folder: those of the example app under the new names. The example is
 * compiled and held to conformance like any other app, so what is made of it is too.
 */
export function filesOf(app: NewApp): Map<string, string> {
  const names = readdirSync(templateFolder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.(?:ts|json)$/.test(name)).toSorted();
  return new Map([
    ...files.map((name): [string, string] => [
      name,
      name === "conformance.test.ts"
        ? conformanceOf(app)
        : renamed(readFileSync(templateFolder + name, "utf8"), app),
    ]),
    // `npm run guides` fills it in.
    ["declared.json", '{ "actions": [], "resources": [], "copies": [] }\n'],
  ]);
}

/** The example's own test stands in for the registry, where the example is not. */
function conformanceOf({ id }: NewApp): string {
  const constant = constantOf(id);
  return `import { testConformance } from "../conformance/suite.ts";
import { ${constant} } from "./provider.ts";

testConformance(${constant});
`;
}

function renamed(text: string, { id, name }: NewApp): string {
  return text
    .replaceAll(template.id, id)
    .replaceAll(constantOf(template.id), constantOf(id))
    .replaceAll(template.name, name);
}

/** `google-sheets` → googleSheets */
export function constantOf(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The registry with an entry for the new app: its import among the others, and itself as the last one. */
export function withApp(registry: string, { id }: NewApp): string {
  const constant = constantOf(id);
  const line = `import { manifest as ${constant} } from "./${id}/manifest.ts";\n`;
  const imports = [...registry.matchAll(/^import \{[^}]*\} from "\.\/[a-z-]+\/manifest\.ts";\n/gm)].filter(
    ([known]) => !known.includes("./contract/"),
  );
  const next = imports.find(([known]) => placeOf(known) > placeOf(line));
  const last = imports.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length : 0);
  const imported = registry.slice(0, at) + line + registry.slice(at);
  const entry = `  {
    manifest: ${constant},
    load: async () => (await import("./${id}/provider.ts")).${constant},
    declared: () => import("./${id}/declared.json", { with: { type: "json" } }),
  },
`;
  return imported.replace(
    /(const apps: readonly App\[\] = \[[^\]]*)\];/,
    (_, before) => `${before}${entry}];`,
  );
}

function placeOf(line: string): string {
  return /"([^"]+)"/.exec(line)?.[1] ?? "";
}
