import { env } from "#lib/env.ts";

const name = "patchbay.connect";
const maxAgeSeconds = 15 * 60;

/** What only the browser knows that began a connection. null = it has begun none. */
export function browserNonceOf(request: Request): string | null {
  const cookies = request.headers.get("cookie") ?? "";
  const found = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1) ?? "";
  return /^[\w-]{43}$/.test(value) ? value : null;
}

/** Lax: it comes along when the provider sends the browser back, and with nothing that another site posts. */
export function browserNonceCookie(nonce: string): string {
  const secure = env().APP_URL.startsWith("https:") ? "; Secure" : "";
  return `${name}=${nonce}; Path=/api/oauth; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
