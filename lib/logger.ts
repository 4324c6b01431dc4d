import { pino } from "pino";
import { serializeError } from "./serialize-error.ts";

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
