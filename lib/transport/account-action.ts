import { cookies, headers } from "next/headers";
import type { StartedSession } from "#lib/auth/account-schema.ts";
import { knownBrowserCookie, markBrowser } from "#lib/auth/known-browser.ts";
import { expireCookie, setCookie } from "#lib/auth/own-cookie.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import { encodeSessionToken } from "#lib/auth/session-token.ts";
import { readVisitor, type Visitor } from "#lib/auth/visitor.ts";

/** Who sent the action in hand. */
export async function currentVisitor(): Promise<Visitor> {
  return readVisitor(await headers(), (await cookies()).get(knownBrowserCookie.name)?.value);
}

/** Gives the browser in hand the cookies of a session that has begun. */
export async function keepSession({ userId, sessionId, email }: StartedSession): Promise<void> {
  const store = await cookies();
  setCookie(store, sessionCookie(), await encodeSessionToken({ sub: userId, sid: sessionId }));
  setCookie(store, knownBrowserCookie, markBrowser(email));
}

/** Takes the session's cookie from the browser in hand. The session itself is ended by `endSession`. */
export async function dropSession(): Promise<void> {
  expireCookie(await cookies(), sessionCookie());
}

/**
 * The named fields of a form, as text. Next adds fields of its own where a form is sent before its script has loaded.
 */
export function formFields(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value : ""];
    }),
  );
}
