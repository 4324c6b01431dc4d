import { hashApiKey } from "#lib/auth/api-key-secret.ts";
import { authenticateApiKey } from "#lib/auth/authenticate-api-key.ts";
import { clientAddress } from "#lib/auth/client-address.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { wasKeyUsedLately } from "#lib/auth/keys-used-lately.ts";
import { readCookie } from "#lib/auth/own-cookie.ts";
import { countRefusal, refuseGuessing, rememberRight } from "#lib/auth/refusal-limit.ts";
import { findSessionByToken, sessionCtx } from "#lib/auth/session.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import { env } from "#lib/env.ts";
import { AppError, unauthenticated } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

/**
 * Who sends a request: an API key as `Authorization: Bearer`, or else the session cookie.
 * @throws {AppError} 401 for neither; 429 for an address that came with too many wrong ones; 403 for a change by cookie
 *   that another site asked for
 */
export async function authenticate(request: Request, requestId: string): Promise<Ctx> {
  const address = clientAddress(request.headers.get("x-forwarded-for"));
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    if (!key) throw unauthenticated(say("problem_authorization_form"));
    return authenticateKey(key, address, requestId);
  }
  const token = readCookie(request, sessionCookie().name);
  if (token === null) throw unauthenticated();
  const session = await findSessionByToken(token);
  if (!session) {
    await refuseGuessing(address);
    await countRefusal(address);
    throw unauthenticated();
  }
  if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request);
  return sessionCtx(session, requestId);
}

async function authenticateKey(key: string, address: string, requestId: string): Promise<Ctx> {
  const hash = hashApiKey(key);
  await refuseGuessing(address, hash, wasKeyUsedLately);
  try {
    const ctx = await authenticateApiKey(key, requestId);
    rememberRight(hash);
    return ctx;
  } catch (error) {
    if (error instanceof AppError && error.status === 401) await countRefusal(address);
    throw error;
  }
}

/** A browser names the site that a request came from; a page of another site must not act with our cookie. */
function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin === new URL(env().APP_URL).origin) return;
  if (origin === null && request.headers.get("sec-fetch-site") === "same-origin") return;
  throw new AppError({ status: 403, code: "cross_site", said: say("problem_cross_site") });
}
