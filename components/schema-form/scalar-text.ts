/** A simple value as it is typed: a text as it is, unless it would be read as something else; then in quotes. */
export function scalarText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string" && value.trim() !== "" && readScalar(value) === value) return value;
  return JSON.stringify(value);
}

/** What was typed: a number, true or false where it reads as one, else the text; quotes make a text of anything. */
export function readScalar(text: string): string | number | boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return text;
}
