import type { FieldError } from "./errors.ts";
import { isStorable } from "./text.ts";

/** Deeper than any input here goes, and shallow enough for whatever walks it by calling itself. */
export const maxDepth = 64;
/** Objects, lists and plain values together: more than a full list of events has. */
export const maxValues = 200_000;
/** Of what is wrong with an input, so many are told. */
export const maxErrorsShown = 50;

/**
 * What the database and JSON cannot keep, wherever it stands in an input: NUL and halves of a character in texts and
 * names, numbers past the range, `__proto__` as a name, what is not data at all, and too much or too deep of it.
 */
export function dataFaults(input: unknown, toPath: (path: readonly PropertyKey[]) => string): FieldError[] {
  const errors: FieldError[] = [];
  const path: PropertyKey[] = [];
  let seen = 0;
  const refuse = (message: string) => errors.push({ path: toPath(path), message });
  const visit = (value: unknown): void => {
    seen += 1;
    if (errors.length >= maxErrorsShown || seen > maxValues) return;
    if (typeof value === "string") {
      if (!isStorable(value)) refuse("holds a character that is not text");
    } else if (typeof value === "number") {
      if (!Number.isFinite(value)) refuse("is a number that is too large");
    } else if (Array.isArray(value)) {
      visitAll(value.entries());
    } else if (typeof value === "object" && value !== null) {
      if (Object.prototype.toString.call(value) !== "[object Object]") refuse("is not plain data");
      else visitAll(Object.entries(value));
    } else if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function") {
      refuse("is not plain data");
    }
  };
  const visitAll = (entries: Iterable<[PropertyKey, unknown]>): void => {
    if (path.length >= maxDepth) {
      refuse(`is nested deeper than ${maxDepth} levels`);
      return;
    }
    for (const [name, item] of entries) {
      path.push(name);
      if (name === "__proto__") refuse("is not a name that can be used");
      else if (typeof name === "string" && !isStorable(name)) refuse("holds a character that is not text");
      else visit(item);
      path.pop();
    }
  };
  visit(input);
  if (seen > maxValues)
    return [{ path: "", message: `holds more than ${maxValues.toLocaleString("en")} values` }];
  return errors;
}
