import { parseSync, Visitor } from "vite";
import type { Import, SourceFile } from "./breaches.ts";

/**
 * Reads from the source of a file what it imports, in whichever way, and whether it reads process.env.
 * @throws when the source cannot be parsed.
 */
export function readSource(file: string, source: string): SourceFile {
  const { program, errors } = parseSync(file, source);
  const [problem] = errors;
  if (problem) throw new Error(`${file} cannot be parsed: ${problem.message}`);
  const imports: Import[] = [];
  let readsProcessEnv = false;
  new Visitor({
    ImportDeclaration({ source: { value }, importKind, specifiers }) {
      const names = specifiers.map((one) => one.type === "ImportSpecifier" && one.importKind === "type");
      const isTypeOnly = importKind === "type" || (names.length > 0 && names.every(Boolean));
      imports.push({ specifier: value, isTypeOnly, isLazy: false });
    },
    ExportAllDeclaration({ source: { value }, exportKind }) {
      imports.push({ specifier: value, isTypeOnly: exportKind === "type", isLazy: false });
    },
    ExportNamedDeclaration({ source: from, exportKind }) {
      if (from) imports.push({ specifier: from.value, isTypeOnly: exportKind === "type", isLazy: false });
    },
    ImportExpression({ source: from }) {
      if (from.type === "Literal" && typeof from.value === "string") {
        imports.push({ specifier: from.value, isTypeOnly: false, isLazy: true });
      }
    },
    TSImportType({ source: { value } }) {
      imports.push({ specifier: value, isTypeOnly: true, isLazy: false });
    },
    MemberExpression({ object, property }) {
      const isProcess = object.type === "Identifier" && object.name === "process";
      if (isProcess && property.type === "Identifier" && property.name === "env") readsProcessEnv = true;
    },
    VariableDeclarator({ id, init }) {
      const isProcess = init?.type === "Identifier" && init.name === "process";
      if (isProcess && id.type === "ObjectPattern")
        readsProcessEnv ||= source.slice(id.start, id.end).includes("env");
    },
  }).visit(program);
  return { file, imports, readsProcessEnv };
}
