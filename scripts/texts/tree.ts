import type { ESTree } from "vite";

type Visited = { node: ESTree.Node; parents: readonly ESTree.Node[] };

/** Every node of a program with what it stands in, the nearest last. Types are left out: they are read by nobody. */
export function* walk(node: ESTree.Node, parents: readonly ESTree.Node[] = []): Generator<Visited> {
  yield { node, parents };
  const inner = [...parents, node];
  for (const child of listChildren(node)) {
    if (!child.type.startsWith("TS") || wraps.has(child.type)) yield* walk(child, inner);
  }
}

/** What TypeScript puts around an expression. */
const wraps = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);

function listChildren(node: ESTree.Node): ESTree.Node[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
