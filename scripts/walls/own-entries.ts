import { type ESTree, parseSync, Visitor } from "vite";
import { toProjectPath } from "./breaches.ts";

/** Tables that a provider declares: their names are asked for by callers. */
const declaredTables = new Set(["actions", "resources", "commands", "byCode"]);
const wrappers = new Set(["Readonly", "Partial"]);

/**
 * Where a table of code (`const words: Record<string, …> = { … }`, or a provider's actions) is read as `words[name]`: a
 * name such as `constructor`, which a caller or an app chooses, then finds what every object inherits.
 * @param sources the project's files by their paths from its root
 */
export function findInheritedReads(sources: ReadonlyMap<string, string>): string[] {
  const programs = [...sources].map(([file, source]) => ({
    file,
    source,
    program: parseSync(file, source).program,
  }));
  const tables = new Set(
    programs.flatMap(({ file, program }) => listTables(program).map((name) => `${file} ${name}`)),
  );
  return programs.flatMap(({ file, source, program }) => {
    const own = listTables(program);
    const imported = listImports(file, program).flatMap(({ from, name, as }) =>
      tables.has(`${from} ${name}`) ? [as] : [],
    );
    return findReads(program, new Set([...own, ...imported])).map(({ start, end }) => {
      return `${file}: ${source.slice(start, end)} may find what every object inherits; read it by lookUp of lib/look-up.ts`;
    });
  });
}

function listTables(program: ESTree.Program): string[] {
  const names: string[] = [];
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type !== "Identifier" || !isOpenRecord(id.typeAnnotation?.typeAnnotation)) return;
      if (init?.type === "ObjectExpression" && init.properties.length > 0) names.push(id.name);
    },
  }).visit(program);
  return names;
}

function listImports(file: string, program: ESTree.Program) {
  return program.body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration") return [];
    const from = toProjectPath(file, statement.source.value);
    return statement.specifiers.flatMap(({ type, local, ...one }) =>
      type === "ImportSpecifier" && "imported" in one && one.imported.type === "Identifier"
        ? [{ from, name: one.imported.name, as: local.name }]
        : [],
    );
  });
}

function findReads(program: ESTree.Program, tables: ReadonlySet<string>): { start: number; end: number }[] {
  const written = new Set<number>();
  const found: { start: number; end: number }[] = [];
  new Visitor({
    AssignmentExpression({ left, operator }) {
      if (operator === "=") written.add(left.start);
    },
    MemberExpression(expression) {
      const { object, computed, property, start } = expression;
      if (!computed || property.type === "Literal" || written.has(start)) return;
      const isNamed = object.type === "Identifier" && tables.has(object.name);
      const isDeclared =
        object.type === "MemberExpression" &&
        object.property.type === "Identifier" &&
        declaredTables.has(object.property.name);
      if (isNamed || isDeclared) found.push(expression);
    },
  }).visit(program);
  return found;
}

/** `Record<string, …>`, whatever wraps it: any text is a name of it to the type checker. */
function isOpenRecord(type: ESTree.TSType | undefined): boolean {
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return false;
  const [first] = type.typeArguments?.params ?? [];
  if (type.typeName.name === "Record") return first?.type === "TSStringKeyword";
  return wrappers.has(type.typeName.name) && isOpenRecord(first);
}
