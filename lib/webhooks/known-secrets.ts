import { maskedValue } from "./mask.ts";
import type { WebhookSecrets } from "./secrets.ts";

/** Replaces known secrets in a text by the mask. */
export type Masker = {
  /** @param isCut the text breaks off, maybe within a secret */
  inText: (text: string, isCut?: boolean) => string;
  inValues: (record: Record<string, string>) => Record<string, string>;
};

/** Shorter ones would be found in any text. */
const shortestCredential = 4;
const shortestHeaderValue = 6;
/** So much of the beginning of a secret at the end of a text that was cut is masked. */
const shortestBeginning = 4;
/** What these hold is in every answer, and no secret: `application/json`. */
const publicHeaders = /^(?:accept(?:-.*)?|content-.*|cache-control|pragma|prefer|origin|referer|from)$/i;

/**
 * Masks what is secret about webhooks (values of their own headers, credentials, signing secrets) in what came back from
 * an endpoint: some repeat what they were sent, as it is or written as JSON, HTML, part of an address or base64.
 */
export function maskerOf(...all: readonly WebhookSecrets[]): Masker {
  const texts = [...new Set(all.flatMap(secretTexts))];
  // The longest first: one may hold another.
  const forms = [...new Set(texts.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  // Not one pattern of them all: that could be larger than a pattern may be.
  const mask = (text: string) => forms.reduce((left, form) => left.replaceAll(form, maskedValue), text);
  return {
    inText: (text, isCut = false) => (isCut ? maskBeginning(mask(text), forms) : mask(text)),
    inValues: (record) =>
      Object.fromEntries(Object.entries(record).map(([name, value]) => [name, mask(value)])),
  };
}

function secretTexts({ signingSecrets, headers, auth }: WebhookSecrets): string[] {
  const ofHeaders = Object.entries(headers)
    .filter(([name, value]) => !publicHeaders.test(name) && value.length >= shortestHeaderValue)
    .flatMap(([, value]) => [value, ...afterScheme(value)]);
  const ofAuth = credentialsIn(auth).filter((value) => value.length >= shortestCredential);
  const ofSignature = signingSecrets.flatMap(({ secret }) => [secret, secret.replace(/^whsec_/, "")]);
  return [...ofHeaders, ...ofAuth, ...ofSignature].filter((text) => text !== "");
}

function credentialsIn(auth: WebhookSecrets["auth"]): string[] {
  switch (auth.type) {
    case "none":
      return [];
    case "apiKey":
      return [auth.value];
    case "bearer":
      return [auth.token];
    case "basic":
      return [auth.password, base64(`${auth.username}:${auth.password}`)];
  }
}

/** A header may hold a scheme before the secret itself: `Token abc…`; and `Basic …` the password in base64. */
function afterScheme(value: string): string[] {
  const [, scheme = "", credential = ""] = /^([A-Za-z-]{1,30}) +(\S+)$/.exec(value) ?? [];
  if (credential.length < shortestHeaderValue) return [];
  if (scheme.toLowerCase() !== "basic") return [credential];
  const plain = Buffer.from(credential, "base64").toString();
  const password = plain.slice(plain.indexOf(":") + 1);
  return password.length >= shortestCredential ? [credential, password] : [credential];
}

/** How a text may be written in an answer. */
function formsOf(text: string): string[] {
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
  ].filter((form) => form.length >= shortestCredential);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function base64(text: string): string {
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
