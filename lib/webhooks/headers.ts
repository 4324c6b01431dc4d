export const maxCustomHeaders = 20;
const maxHeaderValueLength = 2_000;

/** Headers that HTTP, the signature or the auth setting own. */
const reserved = new Set([
  "accept-encoding",
  "authorization",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "cookie",
  "date",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "via",
]);
const reservedPrefixes = ["webhook-", "proxy-", "sec-", "x-forwarded-", "x-patchbay-"];

/** Why a merchant may not set a header of this name, or null (RFC 9110 §5.1 for the characters). */
export function headerNameProblem(name: string): string | null {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(name)) return "is not a header name";
  const lower = name.toLowerCase();
  if (reserved.has(lower) || reservedPrefixes.some((prefix) => lower.startsWith(prefix))) {
    return `${lower} is set by Patchbay itself`;
  }
  return null;
}

/** Why a header may not hold this value, or null (RFC 9110 §5.5, visible ASCII, space and tab). */
export function headerValueProblem(value: string): string | null {
  if (value.length > maxHeaderValueLength) return `is longer than ${maxHeaderValueLength} characters`;
  if (!/^[\t\x20-\x7e]*$/.test(value)) return "must be plain characters without line breaks";
  if (value !== value.trim()) return "must not start or end with a space";
  return null;
}
