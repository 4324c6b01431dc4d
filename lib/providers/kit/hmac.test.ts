import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHmac } from "./hmac.ts";

const secret = "a secret of 32 letters and more …";
const bytes = fc.uint8Array({ maxLength: 200 });
const encodings = ["hex", "base64"] as const;

function sign(encoding: "hex" | "base64", ...parts: Uint8Array[]): string {
  return createHmac("sha256", secret).update(Buffer.concat(parts)).digest(encoding);
}

describe.each(encodings)("a signature in %s", (encoding) => {
  test("fits the bytes that were signed, in however many parts", () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const signature = sign(encoding, one, other);
        expect(isHmac({ signature, encoding, secret, parts: [one, other] })).toBe(true);
        expect(isHmac({ signature, encoding, secret, parts: [Buffer.concat([one, other])] })).toBe(true);
      }),
    );
  });

  test("fits no other bytes, and no other secret", () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        fc.pre(!Buffer.from(one).equals(Buffer.from(other)));
        const signature = sign(encoding, one);
        expect(isHmac({ signature, encoding, secret, parts: [other] })).toBe(false);
        expect(isHmac({ signature, encoding, secret: `${secret}!`, parts: [one] })).toBe(false);
      }),
    );
  });

  test("with any one of its letters changed is refused", () => {
    const body = Buffer.from('{"id":1}');
    const signature = sign(encoding, body);
    for (const [place] of [...signature].entries()) {
      for (const letter of ["0", "a", "Z", "=", " ", "é"]) {
        const tampered = signature.slice(0, place) + letter + signature.slice(place + 1);
        if (tampered === signature) continue;
        expect(isHmac({ signature: tampered, encoding, secret, parts: [body] }), tampered).toBe(false);
      }
    }
  });

  test.each([
    ["missing", undefined],
    ["null", null],
    ["empty", ""],
    ["a word", "signature"],
  ])("that is %s is refused", (_, signature) => {
    expect(isHmac({ signature, encoding, secret, parts: ["body"] })).toBe(false);
  });

  test("that is cut, doubled or followed by something is refused", () => {
    const signature = sign(encoding, Buffer.from("body"));
    for (const odd of [signature.slice(0, 10), signature + signature, `${signature} `, `${signature}\n`]) {
      expect(isHmac({ signature: odd, encoding, secret, parts: ["body"] })).toBe(false);
    }
  });
});
