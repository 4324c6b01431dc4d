import { authenticateApiKey } from "#lib/auth/authenticate-api-key.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { findSession, sessionCtx } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { AppError, unauthenticated } from "#lib/errors.ts";

/**
 * Who sends a request: an API key as `Authorization: Bearer`, or else the session cookie.
 * @throws {AppError} 401 for neither; 403 for a change by cookie that another site asked for
 */
export async function authenticate(request: Request, requestId: string): Promise<Ctx> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    if (!key) throw unauthenticated("The Authorization header must read: Bearer <API key>.");
    return authenticateApiKey(key, requestId);
  }
  const session = await findSession();
  if (!session) throw unauthenticated();
  if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request);
  return sessionCtx(session, requestId);
}

/** A browser names the site that a request came from; a page of another site must not act with our cookie. */
function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin === new URL(env().APP_URL).origin) return;
  if (origin === null && request.headers.get("sec-fetch-site") === "same-origin") return;
  throw new AppError({ status: 403, code: "cross_site", message: "This request came from another site." });
}
