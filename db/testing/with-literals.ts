/** A statement with its parameters written into it. */
export function withLiterals(query: string, params: readonly unknown[]): string {
  return query.replace(/\$(\d+)/g, (_, place) => toLiteral(params[Number(place) - 1]));
}

/** A value as SQL has it. */
export function toLiteral(value: unknown): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}
