/** A database that answers, but cannot be used as it is; the message says why, and what to do. */
export class UnfitDatabaseError extends Error {
  override name = "UnfitDatabaseError";
}
