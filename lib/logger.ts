import { pino } from "pino";

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

/** Structured logs, one JSON object a line. Values under the names of secrets are cut out, three levels deep. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: { service: "patchbay" },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "[redacted]" },
  formatters: { level: (label) => ({ level: label }) },
});
