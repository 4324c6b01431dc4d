/** A value as the database can keep it as JSON: without NUL and halves of a character, and without undefined. */
export function storable(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      item === undefined ? [] : [[storableText(name), storableValue(item)]],
    ),
  );
}

function storableValue(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map((item) => storableValue(item ?? null));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return storable(Object.fromEntries(Object.entries(value)));
}

/** A text as the database can keep it. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}
