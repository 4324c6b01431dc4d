/** A value of an action's input as a person reads it: lists of plain values in a line, the rest as JSON. */
export function inputText(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null)) {
    return value.map(inputText).join(", ");
  }
  return JSON.stringify(value, null, 2);
}
