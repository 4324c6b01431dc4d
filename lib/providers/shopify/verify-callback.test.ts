import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { verifyCallback } from "./auth.ts";

const app = { clientId: "id", clientSecret: "hush" };
const at = (seconds: number) => new Date(seconds * 1_000);

/** From Shopify's documentation of the authorization code grant. */
const documented =
  "code=0907a61c0c8d55e99db179b68161bc00&hmac=700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173";
const signedAt = 1_337_178_173;

function sign(parameters: Record<string, string>): URLSearchParams {
  const message = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  return new URLSearchParams({
    ...parameters,
    hmac: createHmac("sha256", "hush").update(message).digest("hex"),
  });
}

describe("a callback", () => {
  test("that Shopify's documentation shows is accepted", () => {
    expect(() => verifyCallback(new URLSearchParams(documented), app, at(signedAt))).not.toThrow();
  });

  test("is accepted whatever the order of its parameters, with those that came later", () => {
    const query = sign({
      shop: "some-shop.myshopify.com",
      host: "YWRtaW4+/w==",
      code: "a b",
      state: "s",
      timestamp: "1000",
    });
    const shuffled = new URLSearchParams([...query].reverse());
    expect(() => verifyCallback(shuffled, app, at(1_000))).not.toThrow();
  });

  test.each([
    ["code", "1907a61c0c8d55e99db179b68161bc00"],
    ["shop", "other-shop.myshopify.com"],
    ["state", "1"],
    ["timestamp", "1337178174"],
    ["hmac", "0".repeat(64)],
    ["hmac", ""],
    ["host", "added"],
  ])("is refused when %s was changed to %s", (name, value) => {
    const query = new URLSearchParams(documented);
    query.set(name, value);
    expect(() => verifyCallback(query, app, at(signedAt))).toThrow();
  });

  test("is refused with another app's secret", () => {
    const query = new URLSearchParams(documented);
    expect(() => verifyCallback(query, { ...app, clientSecret: "other" }, at(signedAt))).toThrow(/hmac/);
  });

  test("is refused with a parameter twice, of which only one was signed", () => {
    const query = new URLSearchParams(`${documented}&shop=evil.myshopify.com`);
    expect(() => verifyCallback(query, app, at(signedAt))).toThrow(/twice/);
  });

  test.each([
    [90, true],
    [91, false],
    [-90, true],
    [-91, false],
  ])("that is %i seconds old: accepted is %s", (age, isAccepted) => {
    const verify = () => verifyCallback(new URLSearchParams(documented), app, at(signedAt + age));
    if (isAccepted) expect(verify).not.toThrow();
    else expect(verify).toThrow(/timestamp/);
  });

  test.each(["evil.example", "some-shop.myshopify.com.evil.example", "a/b.myshopify.com", ""])(
    "is refused for the host %j, though it is signed",
    (shop) => {
      const query = sign({ code: "c", shop, state: "s", timestamp: "1000" });
      expect(() => verifyCallback(query, app, at(1_000))).toThrow(/shop/);
    },
  );

  test("is refused without a time, though it is signed", () => {
    const query = sign({ code: "c", shop: "some-shop.myshopify.com", state: "s" });
    expect(() => verifyCallback(query, app, at(0))).toThrow(/timestamp/);
  });
});
