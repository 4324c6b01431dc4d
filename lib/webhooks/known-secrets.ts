import { base64, type Masker, maskerOfTexts, shortestSecret } from "#lib/crypto/mask-texts.ts";
import type { WebhookSecrets } from "./secrets.ts";

/** Shorter ones would be found in any text. */
const shortestHeaderValue = 6;
/** What these hold is in every answer, and no secret: `application/json`. */
const publicHeaders = /^(?:accept(?:-.*)?|content-.*|cache-control|pragma|prefer|origin|referer|from)$/i;

/**
 * Masks what is secret about webhooks (values of their own headers, credentials, signing secrets) in what came back from
 * an endpoint: some repeat what they were sent, as it is or written as JSON, HTML, part of an address or base64.
 */
export function createMasker(...all: readonly WebhookSecrets[]): Masker {
  const [only, ...others] = all;
  if (!only || others.length > 0) return maskerOfTexts(all.flatMap(secretTexts));
  const known = maskers.get(only);
  if (known) return known;
  const masker = maskerOfTexts(secretTexts(only));
  maskers.set(only, masker);
  return masker;
}

/** Opened secrets are kept for many attempts and do not change; what masks them is made once. */
const maskers = new WeakMap<WebhookSecrets, Masker>();

function secretTexts({ signingSecrets, headers, auth }: WebhookSecrets): string[] {
  const ofHeaders = Object.entries(headers)
    .filter(([name, value]) => !publicHeaders.test(name) && value.length >= shortestHeaderValue)
    .flatMap(([, value]) => [value, ...afterScheme(value)]);
  const ofAuth = credentialsIn(auth).filter((value) => value.length >= shortestSecret);
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
  return password.length >= shortestSecret ? [credential, password] : [credential];
}
