import { z } from "zod";

/**
 * Text of at most so many UTF-16 code units. The bound comes first and ends the check of this text: zod would run what
 * follows (a pattern, a refinement) on a text of any length. Every text that comes from outside is built on this.
 */
export function shortText(maxLength: number, error = tooLong(maxLength)) {
  return z.string().max(maxLength, { abort: true, error });
}

/** As shortText, without the spaces around it; what is left may be empty. */
export function trimmedText(maxLength: number, error = tooLong(maxLength)) {
  return shortText(maxLength, error).trim();
}

const domainLabel = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

/**
 * An email address as browsers have it in `<input type="email">`, with a domain of several parts: `smith&sons@…`, the
 * dots of old Japanese addresses and domains such as `xn--p1ai` are in it. zod's own form is narrower than mail is.
 */
export const webEmail = new RegExp(
  `^[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${domainLabel}(?:\\.${domainLabel})+$`,
);

/** An email address in the form that web forms take: what an app, or our own mail, can surely be given. */
export function emailText(error: string, maxLength = 254, errorOfLength = error) {
  return shortText(maxLength, errorOfLength).check(z.email({ pattern: webEmail, error }));
}

/** A day such as 2026-12-31. */
export function dateText(error: string) {
  return shortText(40, error).check(z.iso.date(error));
}

/** An address with one of the given schemes, such as https. */
export function urlText(error: string, protocol: RegExp) {
  return shortText(2_000, error).check(z.url({ protocol, error }));
}

function tooLong(maxLength: number): string {
  return `must be at most ${maxLength.toLocaleString("en")} characters long`;
}
