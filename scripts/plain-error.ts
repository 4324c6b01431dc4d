/** A failure that its message explains in full, to be shown without a stack trace. */
export class PlainError extends Error {
  override name = "PlainError";
}

/** What to print about an error that ends the program. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof PlainError || error.name === "EnvError";
  return isPlain ? error.message : (error.stack ?? error.message);
}
