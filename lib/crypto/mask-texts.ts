import { maskedValue } from "#lib/crypto/mask.ts";

/** Replaces known secrets in a text by the mask. */
export type Masker = {
  /** @param isCut the text breaks off, maybe within a secret */
  inText: (text: string, isCut?: boolean) => string;
  inValues: (record: Record<string, string>) => Record<string, string>;
};

/** Shorter ones would be found in any text. */
export const shortestSecret = 4;
/** So much of the beginning of a secret at the end of a text that was cut is masked. */
const shortestBeginning = 4;

/** Masks secrets in whatever form an answer may repeat them: as they are, as JSON, HTML, part of an address, base64. */
export function maskerOfTexts(secrets: readonly string[]): Masker {
  // The longest first: one may hold another.
  const forms = [...new Set(secrets.flatMap(listForms))].sort((a, b) => b.length - a.length);
  // Not one pattern of them all: that could be larger than a pattern may be.
  const mask = (text: string) =>
    forms.reduce(
      (left, form) => (left.length < form.length ? left : left.replaceAll(form, maskedValue)),
      text,
    );
  return {
    inText: (text, isCut = false) => (isCut ? maskBeginning(mask(text), forms) : mask(text)),
    inValues: (record) =>
      Object.fromEntries(Object.entries(record).map(([name, value]) => [name, mask(value)])),
  };
}

/** How a text may be written in an answer. */
function listForms(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const ascii = json.replace(/[^\x20-\x7e]/g, unicodeEscape);
  const address = encodeURIComponent(text.toWellFormed());
  const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [
    text,
    // A server that takes the bytes of a header for Latin-1.
    Buffer.from(text).toString("latin1"),
    json,
    ascii,
    ascii.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`),
    json.replaceAll("/", "\\/"),
    ascii.replaceAll("/", "\\/"),
    ascii.replace(/["&'<>]/g, unicodeEscape),
    address,
    address.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    address.replaceAll("%20", "+"),
    html,
    html.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
    html.replaceAll('"', "&quot;").replaceAll("'", "&#x27;"),
    html.replaceAll('"', "&#34;").replaceAll("'", "&#39;"),
    base64(text),
  ].filter((form) => form.length >= shortestSecret);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Base64 of a text in UTF-8. */
export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** The longest beginning of a secret with which a text ends. */
function maskBeginning(text: string, forms: readonly string[]): string {
  let longest = 0;
  for (const form of forms) {
    for (let length = Math.min(form.length - 1, text.length); length > longest; length -= 1) {
      const isEnd = text.at(-1) === form[length - 1] && text.endsWith(form.slice(0, length));
      if (isEnd) longest = length;
    }
  }
  return longest < shortestBeginning ? text : `${text.slice(0, -longest)}${maskedValue}`;
}
