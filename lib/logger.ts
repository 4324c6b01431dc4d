import { pino } from "pino";

type LoggedError = { name: string; message: string; code?: string; stack?: string; cause?: LoggedError };

const maxQueryLength = 300;

const deepestCause = 4;

const secretKeys = [
  "authorization",
  "cookie",
  "password",
  "passwordHash",
  "secret",
  "apiKey",
  "token",
  "accessToken",
  "refreshToken",
  "credentials",
];

type Destination = { write(line: string): void };

/**
 * Structured logs, one JSON object a line. Values under the names of secrets are cut out, three levels deep, and of
 * errors only what serializeError lets through is kept.
 */
export function createLogger(level: string, destination?: Destination) {
  return pino(
    {
      level,
      base: { service: "patchbay" },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "[redacted]" },
      serializers: { err: serializeError },
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination(1),
  );
}

const levels = ["trace", "debug", "info", "warn", "error", "silent"];

/** A level that there is not is refused with the other settings, which are read later. */
function chosenLevel(): string {
  const wish = process.env.LOG_LEVEL || (process.env.NODE_ENV === "test" ? "silent" : "info");
  return levels.includes(wish) ? wish : "info";
}

export const logger = createLogger(chosenLevel());

/**
 * What the log keeps of an error: name, message, code, where it was thrown, and its causes. Further properties are
 * left out, and so are the parameters that a database error carries in its message: they may be secrets.
 */
function serializeError(error: unknown, depth = 0): LoggedError {
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
