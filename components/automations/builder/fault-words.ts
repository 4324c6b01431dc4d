import { labelOf } from "#components/schema-form/shape.ts";

/** What is wrong, with the field of the action before it. @param path into the input; empty = the step as a whole */
export function faultWords(path: string, message: string): string {
  const names = path.split(/[.[\]]+/).filter((part) => part !== "");
  const field = names
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : labelOf(part)))
    .join(" · ");
  return field === "" ? message : `${field}: ${message}`;
}
