import { isDatabaseAway } from "#db/away.ts";
import { isOutOfTime } from "#db/read-in-time.ts";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { logger } from "#lib/logger.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import { renderError } from "#lib/words/render-error.ts";

/**
 * An error as RFC 9457 problem details. What is not an AppError is logged whole, and told without its inside.
 * @param locale of whoever asked, where that is known
 */
export function toProblem(error: unknown, requestId: string, locale: Locale = defaultLocale): Response {
  const known = error instanceof AppError ? error : internalError(error, requestId);
  const { message, fieldErrors } = renderError(known, locale);
  const body = {
    type: `urn:patchbay:problem:${known.code}`,
    title: render(say("problem_title", { status: String(known.status) }), locale),
    status: known.status,
    detail: message,
    code: known.code,
    requestId,
    ...(fieldErrors.length > 0 ? { errors: fieldErrors } : {}),
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
  said: say("problem_database_away"),
  retryAfterSeconds: 5,
} as const;

const outOfTime = {
  status: 503,
  code: "read_timeout",
  said: say("problem_read_timeout"),
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
  const said = say("problem_internal", { requestId });
  return new AppError({ status: 500, code: "internal", said, cause: error });
}
