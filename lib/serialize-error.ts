type LoggedError = { name: string; message: string; code?: string; stack?: string; cause?: LoggedError };

const maxQueryLength = 300;
const deepestCause = 4;

/**
 * What the log keeps of an error: name, message, code, where it was thrown, and its causes. Further properties are
 * left out, and so are the parameters that a database error carries in its message: they may be secrets.
 */
export function serializeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: "NotAnError", message: String(error) };
  const query = "query" in error && typeof error.query === "string" ? error.query : null;
  const isQueryError = query !== null && "params" in error;
  const logged: LoggedError = {
    name: error.name,
    message: isQueryError ? `Failed query: ${query.slice(0, maxQueryLength)}` : error.message,
  };
  if ("code" in error && typeof error.code === "string") logged.code = error.code;
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at "));
  if (frames?.length) logged.stack = frames.join("\n");
  if (error.cause !== undefined && depth < deepestCause)
    logged.cause = serializeError(error.cause, depth + 1);
  return logged;
}
