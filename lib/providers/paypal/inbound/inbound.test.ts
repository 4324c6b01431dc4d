import { generateKeyPairSync, sign } from "node:crypto";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { makeCertificate } from "../sandbox/signer.ts";
import { inbound } from "./inbound.ts";

const now = new Date("2026-06-13T18:20:00.000Z");
const name = "messageverificationcerts.paypal.com";
const { certificate, privateKey } = makeCertificate(name, now);
const webhookId = "1JE4291016473214C";
let certificates = 0;

/** Certificates are kept by their address, so each test has one of its own. */
function scene(text: string = certificate, over: Record<string, string> = {}) {
  certificates += 1;
  const address = `https://api.paypal.com/v1/notifications/certs/CERT-test-${certificates}`;
  const asked: string[] = [];
  const secrets = {
    app: null,
    credentials: {},
    settings: { mode: "live", webhookId, ...over },
    now,
    fetchText: async (url: string) => {
      asked.push(url);
      return text;
    },
  };
  return { address, asked, secrets };
}

function message(address: string, event: unknown, over: Record<string, string> = {}) {
  const body = new TextEncoder().encode(typeof event === "string" ? event : JSON.stringify(event));
  const id = "69cd13f0-d67a-11e5-baa3-778b53f4ae55";
  const time = over["paypal-transmission-time"] ?? "2026-06-13T18:19:58Z";
  const signed = `${id}|${time}|${webhookId}|${crc32(body)}`;
  return {
    method: "POST",
    url: "https://patchbay.example/api/inbound/paypal/int_1",
    headers: {
      "paypal-auth-algo": "SHA256withRSA",
      "paypal-cert-url": address,
      "paypal-transmission-id": id,
      "paypal-transmission-sig": sign("sha256", Buffer.from(signed), privateKey).toString("base64"),
      "paypal-transmission-time": time,
      ...over,
    },
    body,
  };
}

const payment = {
  id: "WH-58D329510W468432D-8HN650336L201105X",
  event_type: "PAYMENT.CAPTURE.COMPLETED",
  resource: {
    id: "3C679366HH908993F",
    amount: { currency_code: "EUR", value: "31.50" },
    custom_id: "1041",
    payer: { email_address: "marta@example.com" },
  },
};

describe("a message", () => {
  test("passes with PayPal's signature, and its certificate is fetched once", async () => {
    const { address, asked, secrets } = scene();
    await inbound.verify(message(address, payment), secrets);
    await inbound.verify(message(address, payment), secrets);
    expect(asked).toEqual([address]);
  });

  test("is refused with any byte changed", async () => {
    const { address, secrets } = scene();
    const sent = message(address, payment);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const body = sent.body.map((byte, index) => (index === at % sent.body.length ? byte ^ flip : byte));
        await expect(inbound.verify({ ...sent, body }, secrets)).rejects.toThrow(VerificationError);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    "http://api.paypal.com/v1/notifications/certs/CERT-1",
    "https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1",
    "https://evil.example/v1/notifications/certs/CERT-1",
    "https://evil-api.paypal.com/v1/notifications/certs/CERT-1",
    "https://user@api.paypal.com/v1/notifications/certs/CERT-1",
    "https://api.paypal.com:8443/v1/notifications/certs/CERT-1",
    "https://api.paypal.com/v1/notifications/certs/../../elsewhere",
    "https://api.paypal.com/v1/notifications/certs/CERT-1?x=1",
    "https://api.paypal.com/v1/notifications/certs/CERT-1#x",
    "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1",
    "not an address",
  ])("whose certificate is at %s is refused, and nothing is fetched", async (address) => {
    const { asked, secrets } = scene();
    await expect(inbound.verify(message(address, payment), secrets)).rejects.toThrow(VerificationError);
    expect(asked).toEqual([]);
  });

  test("of PayPal's sandbox comes with a certificate of PayPal's sandbox", async () => {
    const { certificate: other } = makeCertificate("messageverificationcerts.sandbox.paypal.com", now);
    const { secrets } = scene(other, { mode: "sandbox" });
    const live = "https://api.paypal.com/v1/notifications/certs/CERT-1";
    await expect(inbound.verify(message(live, payment), secrets)).rejects.toThrow(VerificationError);
  });

  test.each([
    ["none", "<html>Not found</html>"],
    ["somebody else's", makeCertificate("messageverificationcerts.evil.example", now).certificate],
    ["another one of that name", makeCertificate(name, now).certificate],
    ["not in force yet", makeCertificate(name, new Date("2029-01-01")).certificate],
    ["no longer in force", makeCertificate(name, new Date("2020-01-01")).certificate],
  ])("whose certificate is %s is refused", async (_, text) => {
    const { address, secrets } = scene(text);
    await expect(inbound.verify(message(address, payment), secrets)).rejects.toThrow(VerificationError);
  });

  test("for another webhook than this integration's is refused", async () => {
    const { address, secrets } = scene(certificate, { webhookId: "0AA00000AA000000A" });
    await expect(inbound.verify(message(address, payment), secrets)).rejects.toThrow(VerificationError);
  });

  test.each([
    "paypal-auth-algo",
    "paypal-cert-url",
    "paypal-transmission-id",
    "paypal-transmission-sig",
    "paypal-transmission-time",
  ])("without %s, or with another one, is refused", async (header) => {
    const { address, secrets } = scene();
    const sent = message(address, payment);
    for (const value of ["", "AAAA"]) {
      const headers = { ...sent.headers, [header]: value };
      await expect(inbound.verify({ ...sent, headers }, secrets)).rejects.toThrow(VerificationError);
    }
  });

  test.each(["2026-06-10T17:00:00Z", "2026-06-13T18:30:00Z", "yesterday"])(
    "of the time %s is refused, though it is signed",
    async (time) => {
      const { address, secrets } = scene();
      const sent = message(address, payment, { "paypal-transmission-time": time });
      await expect(inbound.verify(sent, secrets)).rejects.toThrow(VerificationError);
    },
  );

  test("signed with a key of another kind is refused", async () => {
    const { address, secrets } = scene();
    const pair = generateKeyPairSync("rsa", { modulusLength: 2_048 });
    const sent = message(address, payment);
    const signature = sign("sha256", Buffer.from("anything"), pair.privateKey).toString("base64");
    const headers = { ...sent.headers, "paypal-transmission-sig": signature };
    await expect(inbound.verify({ ...sent, headers }, secrets)).rejects.toThrow(VerificationError);
  });
});

describe("what a message says", () => {
  const parse = (event: unknown) => inbound.parse(message("", event));
  const money = { currency_code: "EUR", value: "31.50" };

  test("is a sentence with the money and the reference, and nothing about the guest", () => {
    const parsed = parse(payment);
    expect(parsed).toEqual({
      id: payment.id,
      topic: "PAYMENT.CAPTURE.COMPLETED",
      accountId: null,
      effects: [
        { kind: "money_changed", object: { kind: "payment", id: payment.resource.id } },
        { kind: "noted", said: expect.objectContaining({ message: "€31.50 arrived by PayPal (1041)." }) },
      ],
    });
  });

  test("about a refund names the payment that it came of", () => {
    const links = [{ rel: "up", href: "https://api.paypal.com/v2/payments/captures/3C679366HH908993F" }];
    const resource = { id: "0K35355239430361V", amount: money, links };
    const { effects } = parse({ id: "WH-2", event_type: "PAYMENT.CAPTURE.REFUNDED", resource });
    expect(effects).toContainEqual({
      kind: "money_changed",
      object: { kind: "payment", id: "3C679366HH908993F" },
    });
  });

  test.each([
    [
      "CHECKOUT.ORDER.APPROVED",
      { purchase_units: [{ custom_id: "1041", amount: money }] },
      "agreed to pay €31.50 (1041)",
    ],
    ["PAYMENT.CAPTURE.REFUNDED", { amount: money }, "€31.50 was refunded"],
    ["PAYMENT.CAPTURE.DENIED", { amount: money }, "€31.50 was denied"],
    [
      "PAYMENT.CAPTURE.PENDING",
      { amount: money, status_details: { reason: "ECHECK" } },
      "a bank is still moving it",
    ],
    [
      "CUSTOMER.DISPUTE.CREATED",
      {
        dispute_amount: money,
        reason: "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
        seller_response_due_date: "2026-06-23T00:00:00.000Z",
      },
      "disputes €31.50: they say they did not get what they paid for, to be answered by 23 June 2026",
    ],
    [
      "CUSTOMER.DISPUTE.RESOLVED",
      { dispute_amount: money, dispute_outcome: { outcome_code: "RESOLVED_BUYER_FAVOUR" } },
      "the guest gets the money back",
    ],
  ])("by %s is told in words", (event_type, resource, words) => {
    const [effect] = parse({ id: "WH-1", event_type, resource }).effects;
    if (effect?.kind !== "noted") throw new Error("Nothing is told.");
    expect(render(effect.said)).toContain(words);
  });

  test("that was not asked for is nothing", () => {
    expect(parse({ id: "WH-1", event_type: "BILLING.PLAN.CREATED", resource: {} }).effects).toEqual([]);
  });

  test.each(["{", "[]", '{"id":"WH-1"}', '{"id":"","event_type":"X","resource":{}}'])(
    "%s is not in PayPal's form",
    (text) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ kind: "invalid_input" }));
    },
  );
});
