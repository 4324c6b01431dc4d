import { readCookie, setCookieHeader } from "#lib/auth/own-cookie.ts";

const name = "patchbay.connect";
const maxAgeSeconds = 15 * 60;

/** What only the browser knows that began a connection. null = it has begun none. */
export function browserNonceOf(request: Request): string | null {
  const value = readCookie(request, name);
  return value !== null && /^[\w-]{43}$/.test(value) ? value : null;
}

export function browserNonceCookie(nonce: string): string {
  return setCookieHeader({ name, path: "/api/oauth", maxAgeSeconds }, nonce);
}
