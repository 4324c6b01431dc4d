import { env } from "#lib/env.ts";

/** A cookie that we set: all that a browser goes by when it sets it and when it lets it expire. */
export type OwnCookie = { name: string; path: string; maxAgeSeconds: number };

/** As much of Next's cookie store, or of any other, as is needed to change cookies. */
type CookieStore = {
  getAll(): readonly { name: string }[];
  set(
    name: string,
    value: string,
    options: ReturnType<typeof cookieAttributes> & { maxAge: number },
  ): unknown;
};

/** Whether browsers reach us by https. They take a cookie whose name begins with `__Secure-` from there only. */
export function isServedByHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}

/**
 * The attributes of every cookie of ours. Lax: it comes along when a link or a provider sends the browser here, and with
 * nothing that another site posts.
 */
export function cookieAttributes({ path }: Pick<OwnCookie, "path">) {
  return { path, httpOnly: true, sameSite: "lax" as const, secure: isServedByHttps() };
}

export function setCookie(store: CookieStore, cookie: OwnCookie, value: string): void {
  store.set(cookie.name, value, { ...cookieAttributes(cookie), maxAge: cookie.maxAgeSeconds });
}

/**
 * Lets a cookie expire, with the attributes that it was set with: browsers refuse the change otherwise (RFC 6265bis,
 * 5.7). Long values come in parts named `.0`, `.1` and so on (next-auth), which go too.
 */
export function expireCookie(store: CookieStore, cookie: OwnCookie): void {
  const parts = store
    .getAll()
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${cookie.name}.`) && /^\d+$/.test(name.slice(cookie.name.length + 1)));
  for (const name of [cookie.name, ...parts]) {
    store.set(name, "", { ...cookieAttributes(cookie), maxAge: 0 });
  }
}

/** The value of a `Set-Cookie` header, for answers that are made without Next's cookie store. */
export function setCookieHeader(cookie: OwnCookie, value: string): string {
  const { path, secure } = cookieAttributes(cookie);
  const parts = [`${cookie.name}=${value}`, `Path=${path}`, `Max-Age=${cookie.maxAgeSeconds}`, "HttpOnly"];
  return [...parts, "SameSite=Lax", ...(secure ? ["Secure"] : [])].join("; ");
}

/** The value of a cookie that came with a request; null = it did not come, or is empty. */
export function readCookie(request: Request, name: string): string | null {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) || null;
}
