import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The cookies of ours as they are with this public origin. */
async function cookiesAt(appUrl: string) {
  vi.resetModules();
  vi.stubEnv("APP_URL", appUrl);
  const { sessionCookie } = await import("./session-cookie.ts");
  const { knownBrowserCookie } = await import("./known-browser.ts");
  const { expireCookie, setCookie } = await import("./own-cookie.ts");
  return { cookies: [sessionCookie(), knownBrowserCookie], expireCookie, setCookie };
}

/** A store that keeps what was set, as Next's does. */
function openStore(present: readonly string[] = []) {
  const set: { name: string; value: string; [attribute: string]: unknown }[] = [];
  return {
    set: (name: string, value: string, options: object) => set.push({ name, value, ...options }),
    getAll: () => present.map((name) => ({ name })),
    written: set,
  };
}

test.each(["http://localhost:3000", "https://integrations.example.com"])(
  "at %s each cookie expires with the attributes that it was set with",
  async (appUrl) => {
    const { cookies, setCookie, expireCookie } = await cookiesAt(appUrl);
    for (const cookie of cookies) {
      const store = openStore();
      setCookie(store, cookie, "value");
      expireCookie(store, cookie);
      const [before, after] = store.written;
      expect(before).toMatchObject({ httpOnly: true, sameSite: "lax", secure: appUrl.startsWith("https:") });
      expect(before?.maxAge).toBeGreaterThan(0);
      expect(after).toEqual({ ...before, value: "", maxAge: 0 });
    }
  },
);

test("a session's cookie is taken from https only where we are served by https, and its parts expire too", async () => {
  const { cookies, expireCookie } = await cookiesAt("https://integrations.example.com");
  const [session] = cookies;
  if (!session) throw new Error("There is no session cookie.");
  expect(session.name).toBe("__Secure-next-auth.session-token");
  const store = openStore([`${session.name}.0`, `${session.name}.1`, `${session.name}.x`, "other.0"]);
  expireCookie(store, session);
  expect(store.written.map(({ name, secure, maxAge }) => [name, secure, maxAge])).toEqual([
    [session.name, true, 0],
    [`${session.name}.0`, true, 0],
    [`${session.name}.1`, true, 0],
  ]);
});

test("an answer that is made without Next's cookie store sets a cookie for https alone where we are served by it", async () => {
  const cookie = { name: "connect", path: "/api/oauth", maxAgeSeconds: 600 };
  const always = ["connect=v", "Path=/api/oauth", "Max-Age=600", "HttpOnly", "SameSite=Lax"];
  for (const [appUrl, more] of [
    ["https://patchbay.example", ["Secure"]],
    ["http://localhost:3000", []],
  ] as const) {
    vi.resetModules();
    vi.stubEnv("APP_URL", appUrl);
    const { setCookieHeader } = await import("./own-cookie.ts");
    expect(setCookieHeader(cookie, "v").split("; ")).toEqual([...always, ...more]);
  }
});
