import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CatalogueApp } from "#lib/marketplace/catalogue/app.ts";

/** What a new app is called in each place, and what the catalogue said of it while it was planned. */
export type NewApp = {
  /** In kebab-case: folder, stored value, part of addresses. */
  id: string;
  /** As sentences have it. */
  name: string;
  planned?: CatalogueApp | undefined;
};

const template = { id: "acme-notes", name: "Acme Notes" };
const templateFolder = fileURLToPath(new URL(`../../lib/providers/${template.id}/`, import.meta.url));

/**
 * The files of a new app by their paths in its folder: those of the example app under the new names. The example is
 * compiled and held to conformance like any other app, so what is made of it is too.
 */
export function buildFiles(app: NewApp): Map<string, string> {
  const names = readdirSync(templateFolder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.(?:ts|json)$/.test(name)).toSorted();
  return new Map([
    ...files.map((name): [string, string] => [name, buildFile(name, app)]),
    // `npm run guides` fills it in.
    ["declared.json", '{ "actions": [], "resources": [], "copies": [] }\n'],
  ]);
}

function buildFile(name: string, app: NewApp): string {
  // The example's own test stands in for the registry, where the example is not.
  if (name === "conformance.test.ts") return buildConformanceTest(app);
  const text = renamed(readFileSync(templateFolder + name, "utf8"), app);
  return name === "manifest.ts" && app.planned ? asPlanned(text, app.planned) : text;
}

function buildConformanceTest({ id }: NewApp): string {
  const constant = toConstantName(id);
  return `import { testConformance } from "../conformance/suite.ts";
import { ${constant} } from "./provider.ts";

testConformance(${constant});
`;
}

function renamed(text: string, { id, name }: NewApp): string {
  return text
    .replaceAll(template.id, id)
    .replaceAll(toConstantName(template.id), toConstantName(id))
    .replaceAll(template.name, name);
}

/** The manifest with what the catalogue said of the app. */
function asPlanned(manifest: string, { category, summary, docsUrl, icon }: CatalogueApp): string {
  return Object.entries({ category, summary, docsUrl, icon }).reduce((text, [name, value]) => {
    const line = new RegExp(`^  ${name}: .*,$`, "m");
    return text.replace(line, () => `  ${name}: ${JSON.stringify(value)},`);
  }, manifest);
}

/** A file of the catalogue without an app that is planned no longer: its manifest says the same. */
export function withoutPlanned(catalogue: string, id: string): string {
  return catalogue.replace(new RegExp(`^  \\{\\n    id: "${id}",\\n(?:    .*\\n)*?  \\},\\n`, "m"), "");
}

/** `google-sheets` → googleSheets */
export function toConstantName(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The list of manifests with the new app: its import among the others, and itself as the last one. */
export function withManifest(list: string, { id }: NewApp): string {
  const constant = toConstantName(id);
  const line = `import { manifest as ${constant} } from "./${id}/manifest.ts";\n`;
  const imports = [...list.matchAll(/^import (?:type )?\{[^}]*\} from "\.\/[a-z-]+\/manifest\.ts";\n/gm)];
  const next = imports.find(([known]) => readSpecifier(known) > readSpecifier(line));
  const last = imports.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length : 0);
  const imported = list.slice(0, at) + line + list.slice(at);
  return imported.replace(
    /(export const manifests: readonly Manifest\[\] = \[[^\]]*)\];/,
    (_, before) => `${before}  ${constant},\n];`,
  );
}

/** The registry with an entry for the new app, as the last one. */
export function withApp(registry: string, { id }: NewApp): string {
  const entry = `  ${/^\w+$/.test(id) ? id : `"${id}"`}: {
    load: async () => (await import("./${id}/provider.ts")).${toConstantName(id)},
    declared: () => import("./${id}/declared.json", { with: { type: "json" } }),
  },
`;
  return registry.replace(
    /(const apps: Readonly<Record<string, App>> = \{\n[\s\S]*?\n)\};/,
    (_, before) => `${before}${entry}};`,
  );
}

function readSpecifier(line: string): string {
  return /"([^"]+)"/.exec(line)?.[1] ?? "";
}
