import { type ESTree, parseSync } from "vite";
import { type Place, readsAsText } from "./reads-as-text.ts";
import { walk } from "./tree.ts";

/** Texts of a source file that people read and that stand in no catalogue, each with its line. */
export function findOutside(file: string, source: string): string[] {
  const { program } = parseSync(file, source);
  const found: string[] = [];
  for (const { node, parents } of walk(program)) {
    const value = toText(node);
    if (value === undefined || isCode(node, parents)) continue;
    if (!readsAsText(value, findPlace(node, parents))) continue;
    const line = source.slice(0, node.start).split("\n").length;
    found.push(`${file}:${line}: "${value.trim().replace(/\s+/g, " ")}" stands in no catalogue`);
  }
  return found;
}

function toText(node: ESTree.Node): string | undefined {
  if (node.type === "JSXText") return node.value;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral") return undefined;
  const parts = node.quasis.map(({ value }) => value.cooked ?? "");
  // What is put into it may be a word itself.
  return parts.some((part) => /\p{L}{2}/u.test(part)) ? parts.join("x") : undefined;
}

/** What a program reads, wherever it stands: names of modules and properties, what is compared, what is thrown. */
function isCode(node: ESTree.Node, parents: readonly ESTree.Node[]): boolean {
  const parent = parents.at(-1);
  if (parent === undefined || node.type === "JSXText") return false;
  if (parents.some(({ type }) => type === "ThrowStatement" || type === "ImportDeclaration")) return true;
  // Data such as the platform sends it.
  if (parents.some((outer) => outer.type === "Property" && getName(outer.key) === "example")) return true;
  if (parents.some((outer) => outer.type === "VariableDeclarator" && /^example/.test(getName(outer.id))))
    return true;
  switch (parent.type) {
    case "ImportExpression":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ExpressionStatement":
    case "SwitchCase":
    case "TaggedTemplateExpression":
      return true;
    case "MemberExpression":
      return parent.property === node;
    case "LogicalExpression":
    case "ConditionalExpression":
      return parents.at(-2)?.type === "MemberExpression";
    case "Property":
      return parent.key === node;
    case "BinaryExpression":
      return parent.operator !== "+";
    default:
      return false;
  }
}

/** The nearest thing that names what the string is for. */
function findPlace(node: ESTree.Node, parents: readonly ESTree.Node[]): Place {
  if (node.type === "JSXText") return { kind: "content", name: "" };
  for (const [index, parent] of [...parents.entries()].reverse()) {
    const inner = parents[index + 1] ?? node;
    if (parent.type === "JSXAttribute") return { kind: "attribute", name: getName(parent.name) };
    if (parent.type === "JSXExpressionContainer" && parents[index - 1]?.type !== "JSXAttribute") {
      return { kind: "content", name: "" };
    }
    if (parent.type === "Property" && parent.value === inner)
      return { kind: "property", name: getName(parent.key) };
    if ((parent.type === "CallExpression" || parent.type === "NewExpression") && parent.callee !== inner) {
      return { kind: "argument", name: getName(parent.callee) };
    }
    if (parent.type === "VariableDeclarator") {
      return {
        kind: "property",
        name: /class|surface|tone|size|pattern|selector/i.test(getName(parent.id)) ? "class" : "",
      };
    }
    if (parent.type === "LogicalExpression" || parent.type === "ConditionalExpression") continue;
    if (parent.type === "ReturnStatement" || parent.type === "ArrowFunctionExpression") break;
  }
  return { kind: "other", name: "" };
}

export function getName(node: ESTree.Node): string {
  if (node.type === "Identifier" || node.type === "JSXIdentifier") return node.name;
  if (node.type === "Literal") return String(node.value);
  if (node.type === "MemberExpression") return getName(node.property);
  if (node.type === "JSXNamespacedName") return `${node.namespace.name}:${node.name.name}`;
  return "";
}
