import { type ESTree, parseSync } from "vite";
import { getName } from "./outside.ts";
import { walk } from "./tree.ts";

/** Checks of zod that may be told what to say. */
const checks = /^(regex|min|max|length|refine|superRefine|email|url|urlText|dateText|emailText)$/;

/** What schemas say of a wrong field in a text of their own, in place of a message of the catalogue, each with its line. */
export function findRefusals(file: string, source: string): string[] {
  const { program } = parseSync(file, source);
  const found: string[] = [];
  for (const { node, parents } of walk(program)) {
    if (node.type !== "Literal" || typeof node.value !== "string" || !/\p{L} \p{L}/u.test(node.value))
      continue;
    if (!isSaid(node, parents)) continue;
    const line = source.slice(0, node.start).split("\n").length;
    found.push(`${file}:${line}: "${node.value}" is said by a schema and stands in no catalogue`);
  }
  return found;
}

function isSaid(node: ESTree.Node, parents: readonly ESTree.Node[]): boolean {
  const parent = parents.at(-1);
  if (parent?.type === "Property")
    return parent.value === node && /^(message|error)$/.test(getName(parent.key));
  return parent?.type === "CallExpression" && parent.callee !== node && checks.test(getName(parent.callee));
}
