import type { FieldShape, Shape } from "./shape.ts";

/** What is wrong with one field. Paths are as the API writes them: `items[0].quantity`. */
export interface Problem {
  path: string;
  message: string;
  /** Nothing was typed where something is needed. */
  isMissing?: boolean;
}

export interface PlacedProblem {
  /** The field that shows it; null where the form has none for it. */
  path: string | null;
  message: string;
}

/**
 * Problems that the server found, each at the field of the form that holds its path. One that lies within a field's
 * JSON is that field's; one of a field that the form does not have is the form's.
 * @param root what the server puts before the form's own paths, such as `input`
 */
export function placeProblems(
  fields: readonly FieldShape[],
  problems: readonly Problem[],
  root?: string,
): PlacedProblem[] {
  return problems.map(({ path, message }) => {
    const parts = splitPath(path);
    const own = root !== undefined && parts[0] === root ? parts.slice(1) : parts;
    return { path: findPlace({ kind: "group", fields }, own), message };
  });
}

function findPlace(root: Shape, parts: readonly string[]): string | null {
  let shape = root;
  let path = "";
  for (const part of parts) {
    if (shape.kind === "list") {
      shape = shape.item;
      path = `${path}[${part}]`;
    } else if (shape.kind === "group") {
      const field = shape.fields.find(({ name }) => name === part);
      if (!field) break;
      shape = field.shape;
      path = path === "" ? part : `${path}.${part}`;
    } else break;
  }
  return path === "" ? null : path;
}

/** `items[0].quantity` and `items.0.quantity` alike are items, 0, quantity. */
function splitPath(path: string): string[] {
  return path.split(/[.[\]]+/).filter((part) => part !== "");
}

/** The messages by path, the first of each; for the fields. */
export function messagesByPath(problems: readonly PlacedProblem[]): Readonly<Record<string, string>> {
  const messages: Record<string, string> = {};
  for (const { path, message } of problems) if (path !== null) messages[path] ??= message;
  return messages;
}
