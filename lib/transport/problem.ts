import { isDatabaseAway } from "#db/away.ts";
import { isOutOfTime } from "#db/read-in-time.ts";
import { AppError } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid input",
  429: "Too many requests",
  500: "Internal error",
  503: "Not available",
};

/**
 * An error as RFC 9457 problem details. What is not an AppError is logged whole, and told without its inside.
 */
export function toProblem(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : internalError(error, requestId);
  const body = {
    type: `urn:patchbay:problem:${known.code}`,
    title: titles[known.status] ?? "Error",
    status: known.status,
    detail: known.message,
    code: known.code,
    requestId,
    ...(known.fieldErrors.length > 0 ? { errors: known.fieldErrors } : {}),
  };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
  if (known.retryAfterSeconds !== undefined) headers.set("retry-after", String(known.retryAfterSeconds));
  if (known.status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(body), { status: known.status, headers });
}

const databaseAway = {
  status: 503,
  code: "database_unavailable",
  message:
    "Patchbay cannot reach its database. Send the request again in a moment, with the same id or Idempotency-Key.",
  retryAfterSeconds: 5,
} as const;

const outOfTime = {
  status: 503,
  code: "read_timeout",
  message:
    "The database took too long over this, so it was stopped. Ask for less (other words, a shorter time), or try again in a moment.",
  retryAfterSeconds: 10,
} as const;

function internalError(error: unknown, requestId: string): AppError {
  if (isOutOfTime(error)) {
    logger.warn({ err: error, requestId }, "a statement took too long");
    return new AppError({ ...outOfTime, cause: error });
  }
  if (isDatabaseAway(error)) {
    logger.warn({ err: error, requestId }, "the database is away");
    return new AppError({ ...databaseAway, cause: error });
  }
  logger.error({ err: error, requestId }, "request broke");
  const message = `Something went wrong on our side. Try again; if it stays, tell us the request id ${requestId}.`;
  return new AppError({ status: 500, code: "internal", message, cause: error });
}
