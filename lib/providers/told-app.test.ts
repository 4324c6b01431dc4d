import { expect, test } from "vitest";
import { manifest } from "./acme-notes/manifest.ts";
import { manifests } from "./manifests.ts";
import { loadDeclaration } from "./registry.ts";
import { tellDeclaration, tellManifest, tellSchema } from "./told-app.ts";

test("each text of an app has a place of its own, by which another language tells it", async () => {
  for (const { id } of manifests) {
    const declared = await loadDeclaration(id);
    if (!declared) throw new Error(`${id} declares nothing.`);
    const places: string[] = [];
    const told = tellDeclaration(declared, (path, english) => {
      places.push(path);
      return english;
    });
    expect(told).toEqual(declared);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(declared.actions.length * 2);
  }
});

test("titles and descriptions are told at any depth, and what a program reads stays as it is", () => {
  const schema = {
    type: "object",
    title: "Order",
    properties: {
      title: { type: "string", title: "Title", default: "description" },
      lines: { type: "array", items: { description: "A line" }, default: [{ title: "Menu" }] },
    },
    anyOf: [{ title: "Either" }, { const: { title: "Menu" } }],
  };
  expect(tellSchema(schema, (path, english) => `${path}: ${english}`, "input")).toEqual({
    type: "object",
    title: "input.title: Order",
    properties: {
      title: { type: "string", title: "input.title.title: Title", default: "description" },
      lines: {
        type: "array",
        items: { description: "input.lines.items.description: A line" },
        default: [{ title: "Menu" }],
      },
    },
    anyOf: [{ title: "input.anyOf.0.title: Either" }, { const: { title: "Menu" } }],
  });
});

test("so are what an app does, what is needed for it, and why it asks for its permissions", () => {
  const { summary, benefits, scopes } = tellManifest(manifest, (path) => path);
  expect([summary, benefits[0], scopes[0]?.title, scopes[0]?.reason]).toEqual([
    "summary",
    "benefits.0",
    `scopes.${manifest.auth.scopes[0]?.id}.title`,
    `scopes.${manifest.auth.scopes[0]?.id}.reason`,
  ]);
});
