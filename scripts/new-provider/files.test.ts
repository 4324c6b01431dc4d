import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plannedApps } from "#lib/marketplace/catalogue/planned.ts";
import { buildFiles, toConstantName, withApp, withManifest, withoutPlanned } from "./files.ts";

const app = { id: "lightspeed-retail", name: "Lightspeed Retail" };
const files = buildFiles(app);
const example = new URL("../../lib/providers/acme-notes/", import.meta.url);

describe("a new app", () => {
  test("has every file of the fixed layout", () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "actions/add-note.ts",
        "auth.ts",
        "client.ts",
        "conformance.test.ts",
        "errors.ts",
        "declared.json",
        "identify.ts",
        "manifest.ts",
        "provider.ts",
        "resources/lists.ts",
        "sandbox/answers.ts",
        "sandbox/commands.ts",
        "sandbox/sandbox.ts",
        "sandbox/seed.ts",
        "testing/vendor-contract.json",
        "vendor-contract.test.ts",
        "words.ts",
      ]),
    );
  });

  test("bears its own name everywhere, and the example's nowhere", () => {
    for (const [path, text] of files) expect(text, path).not.toMatch(/acme/i);
    expect(files.get("provider.ts")).toContain("export const lightspeedRetail = {");
    expect(files.get("manifest.ts")).toContain('  id: "lightspeed-retail"');
    expect(files.get("words.ts")).toContain('createTell("lightspeed-retail", en)');
    expect(files.get("conformance.test.ts")).toContain("testConformance(lightspeedRetail)");
  });

  // The example is compiled and held to conformance; what differs from it in names alone is as sound.
  test("is the example to the letter, but for the names", () => {
    for (const [path, text] of files) {
      if (path === "conformance.test.ts" || path === "declared.json") continue;
      const back = text
        .replaceAll(app.id, "acme-notes")
        .replaceAll(toConstantName(app.id), "acmeNotes")
        .replaceAll(app.name, "Acme Notes");
      expect(back, path).toBe(readFileSync(new URL(path, example), "utf8"));
    }
  });
});

describe("an app that was planned", () => {
  test("says in its manifest what the catalogue said of it", () => {
    for (const planned of plannedApps) {
      const manifest = buildFiles({ id: planned.id, name: planned.name, planned }).get("manifest.ts") ?? "";
      for (const value of [planned.category, planned.summary, planned.docsUrl, planned.icon]) {
        expect(manifest, planned.id).toContain(`: ${JSON.stringify(value)},\n`);
      }
    }
  });

  test("is planned no longer", () => {
    const entry = (id: string) => `  {\n    id: "${id}",\n    name: "Any",\n    icon: null,\n  },\n`;
    const catalogue = (...ids: string[]) => `export const crm = [\n${ids.map(entry).join("")}];\n`;
    expect(withoutPlanned(catalogue("one", "two", "three"), "two")).toBe(catalogue("one", "three"));
    expect(withoutPlanned(catalogue("one"), "one")).toBe(catalogue());
    expect(withoutPlanned(catalogue("one", "two"), "nobody")).toBe(catalogue("one", "two"));
  });
});

const readSource = (name: string) =>
  readFileSync(new URL(`../../lib/providers/${name}`, import.meta.url), "utf8");

describe.each(["aaa-first", "lightspeed-retail", "square", "zzz-last"])("for %s", (id) => {
  test("the list of manifests gets an import in order and a line", () => {
    const manifests = readSource("manifests.ts");
    const text = withManifest(manifests, { id, name: "Any" });
    const paths = [...text.matchAll(/^import .* from "(\.\/[^"]+)"/gm)].map(([, path = ""]) => path);
    expect(paths).toEqual(paths.toSorted());
    expect(paths).toContain(`./${id}/manifest.ts`);
    expect(text).toMatch(new RegExp(`,\\n  ${toConstantName(id)},\\n\\];`));
    expect(text.split("\n")).toHaveLength(manifests.split("\n").length + 2);
  });

  test("the registry gets an entry", () => {
    const registry = readSource("registry.ts");
    const text = withApp(registry, { id, name: "Any" });
    expect(text).toContain(`load: async () => (await import("./${id}/provider.ts")).${toConstantName(id)},`);
    expect(text).toContain(`declared: () => import("./${id}/declared.json", { with: { type: "json" } }),`);
    expect(text).toMatch(new RegExp(`  "?${id}"?: \\{\\n(?:    .*\\n){2}  \\},\\n\\};`));
    expect(text.split("\n")).toHaveLength(registry.split("\n").length + 4);
  });
});
