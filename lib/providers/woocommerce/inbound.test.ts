import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VerificationError } from "../contract/provider-error.ts";
import { inbound } from "./inbound.ts";
import { tell } from "./words.ts";

const secrets = { app: null, credentials: { webhookSecret: "s3cret" }, settings: {}, now: new Date() };
const order = {
  id: 1201,
  number: "1201",
  status: "processing",
  currency: "EUR",
  total: "26.00",
  created_via: "checkout",
  date_created_gmt: "2026-06-10T17:45:00",
  date_modified_gmt: "2026-06-11T10:00:00",
  billing: { first_name: "Marta", email: "marta@example.com" },
  line_items: [{ id: 1, name: "Tomato sauce", quantity: 4 }],
  meta_data: [],
};

function message(topic: string, payload: unknown, headers: Record<string, string> = {}) {
  const body = new TextEncoder().encode(typeof payload === "string" ? payload : JSON.stringify(payload));
  const signature = createHmac("sha256", "s3cret").update(body).digest("base64");
  return {
    method: "POST",
    url: "https://patchbay.example/api/inbound/woocommerce/int_1",
    headers: {
      "x-wc-webhook-topic": topic,
      "x-wc-webhook-signature": signature,
      "x-wc-webhook-delivery-id": "d1",
      ...headers,
    },
    body,
  };
}

describe("a message of the shop", () => {
  test("passes with the signature of its very bytes", async () => {
    await inbound.verify(message("order.updated", order), secrets);
  });

  test("is refused with any byte changed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const sent = message("order.updated", order);
        const body = sent.body.map((byte, index) => (index === at % sent.body.length ? byte ^ flip : byte));
        expect(() => inbound.verify({ ...sent, body }, secrets)).toThrow(VerificationError);
      }),
    );
  });

  test.each(["", "AAAA", "not base64 at all"])("is refused with the signature %j", (signature) => {
    const sent = message("order.updated", order, { "x-wc-webhook-signature": signature });
    expect(() => inbound.verify(sent, secrets)).toThrow(VerificationError);
  });

  test("is refused without a signature, and where no secret is kept", () => {
    const { "x-wc-webhook-signature": _, ...headers } = message("order.updated", order).headers;
    expect(() => inbound.verify({ ...message("order.updated", order), headers }, secrets)).toThrow(
      VerificationError,
    );
    expect(() => inbound.verify(message("order.updated", order), { ...secrets, credentials: {} })).toThrow(
      VerificationError,
    );
  });

  test.each(["order.created", "order.updated"])(
    "%s brings the order and nothing about the person",
    (topic) => {
      const parsed = inbound.parse(message(topic, order), secrets);
      expect(parsed).toEqual({
        id: null,
        topic,
        accountId: null,
        effects: [
          {
            kind: "record_changed",
            record: {
              kind: "order",
              externalId: "1201",
              title: "Order 1201",
              state: "processing",
              amount: { minor: 2_600, currency: "EUR" },
              details: { Status: tell("order_processing"), Pieces: "4" },
              changedAt: "2026-06-11T10:00:00.000Z",
            },
          },
        ],
      });
      expect(JSON.stringify(parsed)).not.toMatch(/marta/i);
    },
  );

  test.each(["product.created", "product.updated"])("%s has the products fetched again", (topic) => {
    expect(inbound.parse(message(topic, { id: 101 }), secrets).effects).toEqual([
      { kind: "records_stale", recordKind: "product" },
    ]);
  });

  test.each(["product", "order"])("%s.deleted drops the copy", (recordKind) => {
    expect(inbound.parse(message(`${recordKind}.deleted`, { id: "101" }), secrets).effects).toEqual([
      { kind: "record_deleted", recordKind, externalId: "101" },
    ]);
  });

  test("of a change, sent again as a deletion, deletes nothing", () => {
    expect(() => inbound.parse(message("order.deleted", order), secrets)).toThrow(
      expect.objectContaining({ kind: "invalid_input" }),
    );
  });

  test.each([
    ["order.updated", "{"],
    ["order.updated", [order]],
    ["product.deleted", {}],
  ])("%s with %j is not in WooCommerce's form", (topic, body) => {
    expect(() => inbound.parse(message(topic, body), secrets)).toThrow(
      expect.objectContaining({ kind: "invalid_input" }),
    );
  });

  test.each([
    [{ id: 1 }, "status"],
    [{ ...order, total: {} }, "total"],
    [{ ...order, line_items: [{ quantity: "many" }] }, "line_items[0].quantity"],
  ])("of an order that a plugin has spoiled leaves it as unread, with the field", (body, field) => {
    expect(inbound.parse(message("order.updated", body), secrets).effects).toMatchObject([
      { kind: "record_unread", recordKind: "order", unread: { externalId: String(body.id), field } },
    ]);
  });

  test("of an order takes numbers as texts, texts as numbers, and what plugins add", () => {
    const plain = inbound.parse(message("order.updated", order), secrets);
    const odd = {
      ...order,
      id: "1201",
      number: 1201,
      total: 26,
      plugin_extra: { a: [] },
      meta_data: [{ id: 1 }],
    };
    expect(inbound.parse(message("order.updated", odd), secrets)).toEqual(plain);
  });

  test("of a deletion may hold what a plugin adds", () => {
    const body = { id: 101, plugin_extra: true };
    expect(inbound.parse(message("order.deleted", body), secrets).effects).toMatchObject([
      { kind: "record_deleted", externalId: "101" },
    ]);
  });

  test("about something else is only noted", () => {
    expect(inbound.parse(message("coupon.created", { id: 1 }), secrets).effects).toMatchObject([
      { kind: "noted" },
    ]);
  });
});

describe("the ping of a new webhook", () => {
  const ping = {
    ...message("", "webhook_id=12"),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };

  test("passes unsigned, and nothing follows from it", async () => {
    await inbound.verify(ping, { ...secrets, credentials: {} });
    expect(inbound.parse(ping, secrets)).toMatchObject({ topic: "ping", effects: [] });
  });

  test.each(["webhook_id=12&id=5", "webhook_id=", '{"id":12}'])("is not %s", (text) => {
    const body = new TextEncoder().encode(text);
    expect(() => inbound.verify({ ...ping, body }, secrets)).toThrow(VerificationError);
  });
});
