import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workMs } from "#lib/testing/work-ms.ts";
import { maskedValue } from "../crypto/mask.ts";
import { createMasker } from "./known-secrets.ts";
import type { WebhookSecrets } from "./secrets.ts";

const signing = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD/AbCdEfGhIj=";

function secrets(over: Partial<WebhookSecrets> = {}): WebhookSecrets {
  return { signingSecrets: [{ secret: signing }], headers: {}, auth: { type: "none" }, ...over };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const php = (text: string) =>
  JSON.stringify(text)
    .replaceAll("/", "\\/")
    .replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

describe("a secret is masked however an endpoint repeats it", () => {
  const password = 'pa/ss "wörd" & <more>+';
  const auth = { type: "basic", username: "ana", password } as const;
  const mask = createMasker(secrets({ auth }));
  test.each([
    ["as it is", password],
    ["as JSON", JSON.stringify({ password })],
    ["as PHP writes JSON", php(password)],
    ["within an address", `/echo?password=${encodeURIComponent(password)}`],
    ["as a form", new URLSearchParams({ password }).toString()],
    ["as HTML", "pa/ss &quot;wörd&quot; &amp; &lt;more&gt;+"],
    ["with its bytes taken for Latin-1", Buffer.from(password).toString("latin1")],
    ["in base64", base64(password)],
    ["as the header of Basic", `Basic ${base64(`ana:${password}`)}`],
  ])("%s", (_name, answer) => {
    const masked = mask.inText(`before ${answer} after`);
    expect(masked).toContain(maskedValue);
    expect(masked).toMatch(/^before /);
    expect(masked).toMatch(/ after$/);
    for (const part of ["wörd", "more", "w%C3%B6rd", base64(`ana:${password}`), "u00f6"]) {
      expect(masked).not.toContain(part);
    }
  });
});

test.each<[string, Partial<WebhookSecrets>, string]>([
  ["a header of its own", { headers: { "x-key": "value-of-key" } }, "value-of-key"],
  [
    "a header with a scheme, by the secret alone",
    { headers: { authorization: "Token abcdef123" } },
    "abcdef123",
  ],
  [
    "the password of a header that was written by hand",
    { headers: { authorization: `Basic ${base64("ana:open-sesame")}` } },
    "open-sesame",
  ],
  ["a bearer token", { auth: { type: "bearer", token: "tok_123456" } }, "tok_123456"],
  ["an API key", { auth: { type: "apiKey", header: "x-api-key", value: "k-98765" } }, "k-98765"],
  ["the signing secret", {}, signing],
  ["the signing secret without its prefix", {}, signing.slice("whsec_".length)],
])("masked in bodies and headers: %s", (_name, over, text) => {
  const mask = createMasker(secrets(over));
  expect(mask.inText(`{"got":"${text}"}`)).toBe(`{"got":"${maskedValue}"}`);
  expect(mask.inValues({ "x-echo": `got ${text}`, "x-other": "fine" })).toEqual({
    "x-echo": `got ${maskedValue}`,
    "x-other": "fine",
  });
});

test("what every answer holds stays readable, though a header of the webhook has the same value", () => {
  const mask = createMasker(
    secrets({ headers: { accept: "application/json", "x-mode": "live", "accept-language": "de-DE,de" } }),
  );
  const headers = { "content-type": "application/json", "content-language": "de-DE,de" };
  expect(mask.inValues(headers)).toEqual(headers);
  expect(mask.inText("the live mode")).toBe("the live mode");
});

test("of a body that was cut within a secret, the part before the cut is masked", () => {
  const token = "tok_0123456789abcdef";
  const mask = createMasker(secrets({ auth: { type: "bearer", token } }));
  for (let length = 4; length <= token.length; length += 1) {
    expect(mask.inText(`{"auth":"Bearer ${token.slice(0, length)}`, true)).toBe(
      `{"auth":"Bearer ${maskedValue}`,
    );
  }
  expect(mask.inText("it took", true)).toBe("it took");
});

test("no answer holds a secret of six characters or more, whatever the secret and what stands around it", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 6, maxLength: 40 }),
      fc.string({ maxLength: 20 }),
      fc.string({ maxLength: 20 }),
      (token, before, after) => {
        const mask = createMasker(secrets({ auth: { type: "bearer", token } }));
        for (const echo of [token, JSON.stringify({ token }), base64(token)]) {
          const masked = mask.inText(`${before}${echo}${after}`);
          expect(masked).toContain(maskedValue);
          expect(masked.replaceAll(maskedValue, "\0")).not.toContain(token);
        }
      },
    ),
  );
});

test("the longest secrets that can be set are looked for in a whole answer in little time", () => {
  const headers = Object.fromEntries(
    Array.from({ length: 20 }, (_, number) => [
      `x-key-${number}`,
      `${number}${'ö/"'.repeat(666)}`.slice(0, 2_000),
    ]),
  );
  const look = () => createMasker(secrets({ headers })).inText('ö/"'.repeat(5_400), true);
  expect(workMs(look, 2_000)).toBeLessThan(2_000);
});
