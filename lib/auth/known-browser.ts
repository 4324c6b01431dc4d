import { randomBytes } from "node:crypto";
import type { OwnCookie } from "./own-cookie.ts";
import { openSigned, signed } from "./signature.ts";

const purpose = "known-browser";

/**
 * Says that someone signed in to an account from this browser before. It opens nothing: it only keeps the tries of
 * strangers from holding up the people of the account (see login-throttle). Sent to the sign-in page alone.
 */
export const knownBrowserCookie: OwnCookie = {
  name: "patchbay.browser",
  path: "/sign-in",
  maxAgeSeconds: 365 * 24 * 60 * 60,
};

/** A new mark for a browser that has just signed in with this address. */
export function markBrowser(email: string): string {
  return signed(purpose, randomBytes(16).toString("base64url"), email);
}

/** The id of a browser that signed in with this address before; null for any other. */
export function knownBrowserId(mark: string | null, email: string): string | null {
  return mark === null ? null : openSigned(purpose, mark, email);
}
