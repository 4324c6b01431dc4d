import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";

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
export function headerNameProblem(name: string): Message | null {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(name)) return say("field_header_name");
  const lower = name.toLowerCase();
  if (ownHeaders.has(lower)) return say("field_header_own");
  if (carryingHeaders.has(lower)) return say("field_header_carrying");
  return null;
}

/** Why a header may not hold this value, or null (RFC 9110 §5.5: visible ASCII, space and tab). */
export function headerValueProblem(value: string): Message | null {
  if (value.length > maxHeaderValueLength) return tooLong();
  if (/(?!\t)\p{Cc}/u.test(value)) return say("field_control_characters");
  if (!/^[\t\x20-\x7e]*$/.test(value)) return say("field_ascii_only");
  if (value !== value.trim()) return say("field_outer_spaces");
  return null;
}

/**
 * Why a user name or password cannot be sent, or null. Any text without control characters can, in UTF-8 (RFC 7617 §2).
 */
export function basicTextProblem(value: string): Message | null {
  if (value.length > maxHeaderValueLength) return tooLong();
  if (/\p{Cc}/u.test(value)) return say("field_control_characters");
  return value.isWellFormed() ? null : say("field_half_character");
}

function tooLong(): Message {
  return say("field_longer_than", { max: maxHeaderValueLength.toLocaleString("en") });
}

type Auth = { type: "none" | "basic" | "bearer" } | { type: "apiKey"; header: string };

/** The name, as it was given, of the header that the credentials set as well; null where each has its own. */
export function headerSetTwice(names: readonly string[], auth: Auth): string | null {
  if (auth.type === "none") return null;
  const taken = auth.type === "apiKey" ? auth.header.toLowerCase() : "authorization";
  return names.find((name) => name.toLowerCase() === taken) ?? null;
}
