/** What is wrong with DATABASE_URL and what to do about it, in one sentence or two. It never holds the password. */
export class DatabaseUrlError extends Error {
  override name = "DatabaseUrlError";
}
