/** The SQLSTATE of a database error, however deep it stands among the causes; null for other errors. */
export function readSqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code))
    return error.code;
  return readSqlState(error.cause);
}
