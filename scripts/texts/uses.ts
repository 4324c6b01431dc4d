import { parseSync } from "vite";
import { walk } from "./tree.ts";

/** What a source file asks a catalogue for. `key` is null where it is not written out. */
export type Use = { catalogue: string; key: string | null; place: string; isOnLoad: boolean };

const catalogues = /^#lib\/words\/en\/(?:screens|definitions)\/([\w-]+)\.ts$/;

/** Every text that a source file asks for, by the file of its catalogue. */
export function findUses(file: string, source: string): Use[] {
  const { program } = parseSync(file, source);
  const names = new Map<string, string>();
  const uses: Use[] = [];
  for (const { node, parents } of walk(program)) {
    if (node.type === "ImportDeclaration") {
      const catalogue = catalogues.exec(node.source.value)?.[1];
      if (catalogue === undefined) continue;
      for (const { local } of node.specifiers) names.set(local.name, catalogue);
    }
    if (node.type !== "CallExpression") continue;
    const callee =
      node.callee.type === "MemberExpression" && node.callee.property.type === "Identifier"
        ? ["rich", "parts"].includes(node.callee.property.name)
          ? node.callee.object
          : node.callee
        : node.callee;
    const catalogue = callee.type === "Identifier" ? names.get(callee.name) : undefined;
    if (catalogue === undefined) continue;
    const [first] = node.arguments;
    const line = source.slice(0, node.start).split("\n").length;
    uses.push({
      catalogue,
      key: first?.type === "Literal" && typeof first.value === "string" ? first.value : null,
      place: `${file}:${line}`,
      isOnLoad: !parents.some(({ type }) => type.includes("Function")),
    });
  }
  return uses;
}
