import { isServedByHttps, type OwnCookie } from "./own-cookie.ts";
import { sessionSeconds } from "./sessions.ts";

/** The session's cookie, under the name that next-auth gives it. */
export function sessionCookie(): OwnCookie {
  const prefix = isServedByHttps() ? "__Secure-" : "";
  return { name: `${prefix}next-auth.session-token`, path: "/", maxAgeSeconds: sessionSeconds };
}
