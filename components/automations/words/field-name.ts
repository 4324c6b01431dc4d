import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { lookUp } from "#lib/look-up.ts";

const roots: Record<string, string> = { id: "Event id", type: "Event type", occurredAt: "Time of the event" };

/** A field as a person reads it: `["data", "customer", "name"]` is "Customer name", a place in a list "Lines 1 name". */
export function fieldName(path: Path): string {
  const [root, ...inner] = path;
  const known = inner.length === 0 && typeof root === "string" ? lookUp(roots, root) : undefined;
  return known ?? spoken(root === "data" ? inner : path);
}

/** Names out of code as words: `totalAmount` is "Total amount". */
export function spoken(path: Path): string {
  const words = path
    .map((part) => (typeof part === "number" ? String(part + 1) : part.replace(/[_-]+/g, " ")))
    .join(" ")
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
