import { env } from "#lib/env.ts";

/** The name that next-auth gives its session cookie. */
export function sessionCookieName(): string {
  const isSecure = env().APP_URL.startsWith("https://");
  return isSecure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}
