export const maxCustomHeaders = 20;
export const maxHeaderValueLength = 2_000;

/** What Patchbay sets in every request. `accept` is not among them: a merchant's own takes the place of the default. */
const ownHeaders = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "content-type",
  "host",
  "user-agent",
  "webhook-id",
  "webhook-signature",
  "webhook-timestamp",
]);

/** What says how the request is carried, not what it is: a wrong one and the endpoint cannot read it (RFC 9110 §7.6.1). */
const carryingHeaders = new Set([
  "content-encoding",
  "content-range",
  "expect",
  "http2-settings",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Why a merchant may not set a header of this name, or null (RFC 9110 §5.1 for the characters). */
export function headerNameProblem(name: string): string | null {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(name)) return "is not a header name";
  const lower = name.toLowerCase();
  if (ownHeaders.has(lower)) return `${lower} is set by Patchbay itself`;
  if (carryingHeaders.has(lower)) return `${lower} says how the request is carried, which Patchbay decides`;
  return null;
}

/** Why a header may not hold this value, or null (RFC 9110 §5.5: visible ASCII, space and tab). */
export function headerValueProblem(value: string): string | null {
  if (value.length > maxHeaderValueLength) return `is longer than ${maxHeaderValueLength} characters`;
  if (/(?!\t)\p{Cc}/u.test(value)) return "must not hold line breaks or other control characters";
  if (!/^[\t\x20-\x7e]*$/.test(value)) {
    return "must hold ASCII characters only: a header cannot carry accents, symbols or emoji";
  }
  if (value !== value.trim()) return "must not start or end with a space: a header cannot carry one there";
  return null;
}

/**
 * Why a user name or password cannot be sent, or null. Any text without control characters can, in UTF-8 (RFC 7617 §2).
 */
export function basicTextProblem(value: string): string | null {
  if (value.length > maxHeaderValueLength) return `is longer than ${maxHeaderValueLength} characters`;
  if (/\p{Cc}/u.test(value)) return "must not hold line breaks or other control characters";
  return value.isWellFormed() ? null : "must not hold half a character";
}

type Auth = { type: "none" | "basic" | "bearer" } | { type: "apiKey"; header: string };

/** The name, as it was given, of the header that the credentials set as well; null where each has its own. */
export function headerSetTwice(names: readonly string[], auth: Auth): string | null {
  if (auth.type === "none") return null;
  const taken = auth.type === "apiKey" ? auth.header.toLowerCase() : "authorization";
  return names.find((name) => name.toLowerCase() === taken) ?? null;
}

export const setTwiceMessage = "is set by the credentials already: keep one of the two";
