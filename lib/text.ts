/** Whether Postgres, and JSON, can keep a text: NUL has no place in the one, and halves of characters in neither. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** A text as Postgres can keep it: U+FFFD stands for NUL and for half of a character. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}

/** Data as a JSON column can keep it: each text and name of it as `storable` makes it, and without undefined. */
export function storableData(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      item === undefined ? [] : [[storable(name), storableItem(item)]],
    ),
  );
}

function storableItem(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map((item) => storableItem(item ?? null));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return storableData(Object.fromEntries(Object.entries(value)));
}
