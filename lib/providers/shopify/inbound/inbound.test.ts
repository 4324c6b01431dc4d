import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { VerificationError } from "../../contract/provider-error.ts";
import { UnreadMessageError } from "../../kit/read-message.ts";
import { verifyWebhook } from "./inbound.ts";
import { parseWebhook } from "./parse.ts";

const secrets = { app: { clientId: "id", clientSecret: "hush" } };

function webhook(topic: string, payload: unknown, headers: Record<string, string> = {}) {
  const body = new TextEncoder().encode(typeof payload === "string" ? payload : JSON.stringify(payload));
  return {
    method: "POST",
    url: "https://patchbay.example/api/inbound/shopify",
    headers: {
      "x-shopify-topic": topic,
      "x-shopify-shop-domain": "trattoria-ana.myshopify.com",
      "x-shopify-webhook-id": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
      "x-shopify-hmac-sha256": createHmac("sha256", "hush").update(body).digest("base64"),
      ...headers,
    },
    body,
  };
}

const order = {
  admin_graphql_api_id: "gid://shopify/Order/5912300000001",
  name: "#1042",
  currency: "EUR",
  current_total_price: "31.50",
  financial_status: "paid",
  fulfillment_status: null,
  cancelled_at: null,
  updated_at: "2026-10-02T20:44:10+02:00",
  fulfillments: [],
};
const readEffects = (topic: string, payload: unknown) => parseWebhook(webhook(topic, payload)).effects;

describe("a webhook of Shopify's", () => {
  test("is accepted with the signature over its very bytes", () => {
    expect(() => verifyWebhook(webhook("orders/create", '{"a": 1 }'), secrets)).not.toThrow();
  });

  test.each([
    ["no signature", { "x-shopify-hmac-sha256": "" }],
    ["another one", { "x-shopify-hmac-sha256": Buffer.alloc(32).toString("base64") }],
    ["half of it", { "x-shopify-hmac-sha256": "aGFsZg==" }],
    ["a host that is no shop's", { "x-shopify-shop-domain": "evil.example" }],
  ])("is refused with %s", (_name, headers) => {
    expect(() => verifyWebhook(webhook("orders/create", {}, headers), secrets)).toThrow();
  });

  test("is refused when a byte was changed, and where this installation has no app", () => {
    const message = webhook("orders/create", { a: 1 });
    const changed = { ...message, body: new TextEncoder().encode('{"a":2}') };
    expect(() => verifyWebhook(changed, secrets)).toThrow(/signature/);
    expect(() => verifyWebhook(message, { app: null })).toThrow();
  });

  test("names its id, its topic and its shop", () => {
    const body = { myshopify_domain: "trattoria-ana.myshopify.com" };
    expect(parseWebhook(webhook("app/uninstalled", body))).toMatchObject({
      id: "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
      topic: "app/uninstalled",
      accountId: "trattoria-ana.myshopify.com",
      effects: [{ kind: "ended", reason: "uninstalled" }],
    });
  });

  test("about permissions tells what is granted now, with what write permissions include", () => {
    expect(readEffects("app/scopes_update", { previous: [], current: ["write_orders"] })).toEqual([
      { kind: "scopes_changed", granted: ["write_orders", "read_orders"] },
    ]);
  });

  test.each(["products/create", "products/update", "inventory_levels/update"])(
    "%s has the products fetched again, for it names no currency",
    (topic) => {
      expect(readEffects(topic, { id: 1 })).toEqual([{ kind: "records_stale", recordKind: "product" }]);
    },
  );

  test("about a deletion names what is gone", () => {
    expect(readEffects("products/delete", { id: 8412301000008 })).toEqual([
      { kind: "record_deleted", recordKind: "product", externalId: "gid://shopify/Product/8412301000008" },
    ]);
    expect(readEffects("orders/delete", { id: 5912300000001 })).toEqual([
      { kind: "record_deleted", recordKind: "order", externalId: "gid://shopify/Order/5912300000001" },
    ]);
  });

  test.each(["orders/create", "orders/updated", "orders/paid", "orders/fulfilled", "orders/cancelled"])(
    "%s brings the order, and nothing about the person",
    (topic) => {
      const person = { email: "mara@example.com", customer: { first_name: "Mara" }, note: "Ring at Klein's" };
      const effects = readEffects(topic, { ...order, ...person });
      expect(effects).toEqual([
        {
          kind: "record_changed",
          record: {
            kind: "order",
            externalId: "gid://shopify/Order/5912300000001",
            title: "#1042",
            state: "UNFULFILLED",
            amount: { minor: 3_150, currency: "EUR" },
            details: { Payment: "PAID" },
            changedAt: "2026-10-02T18:44:10.000Z",
          },
        },
      ]);
    },
  );

  test.each([
    [{ fulfillment_status: "fulfilled" }, { state: "FULFILLED" }],
    [{ fulfillment_status: "partial" }, { state: "PARTIALLY_FULFILLED" }],
    [{ cancelled_at: "2026-10-02T20:44:10+02:00", fulfillment_status: "fulfilled" }, { state: "CANCELLED" }],
    [
      { fulfillments: [{ tracking_numbers: ["A1", "A2"] }, { tracking_number: "B1" }, {}] },
      { details: { Payment: "PAID", Tracking: "A1, A2, B1" } },
    ],
  ])("with %j is copied as %j", (changes, expected) => {
    expect(readEffects("orders/updated", { ...order, ...changes })).toMatchObject([{ record: expected }]);
  });

  test("about a person's wish names the orders meant", () => {
    expect(readEffects("customers/data_request", { orders_requested: [299938] })).toEqual([
      { kind: "privacy_request", request: "tell", orderIds: ["gid://shopify/Order/299938"] },
    ]);
    expect(readEffects("customers/redact", { orders_to_redact: [299938, 280263] })).toEqual([
      {
        kind: "privacy_request",
        request: "forget",
        orderIds: ["gid://shopify/Order/299938", "gid://shopify/Order/280263"],
      },
    ]);
    expect(readEffects("customers/redact", { orders_to_redact: null })).toMatchObject([{ orderIds: [] }]);
    const shop_domain = "trattoria-ana.myshopify.com";
    expect(readEffects("shop/redact", { shop_domain })).toEqual([{ kind: "forget_account" }]);
  });

  test.each([
    ["app/uninstalled", { myshopify_domain: "another.myshopify.com" }],
    ["shop/redact", { shop_domain: "another.myshopify.com" }],
  ])("%s does nothing to a shop that only the unsigned header names", (topic, body) => {
    expect(() => readEffects(topic, body)).toThrow(VerificationError);
  });

  test.each(["themes/publish", "constructor", "__proto__", "toString", "that you must call 0800", ""])(
    "of the topic %j, which is none of ours, does nothing, and nothing of the header goes on",
    (topic) => {
      const message = parseWebhook(webhook(topic, { kind: "ended" }));
      expect(message).toMatchObject({ topic: "other", effects: [] });
    },
  );

  test("is not the query of a callback, which the same secret signs in the same way", () => {
    const query = "code=0907a61c&host=YWRtaW4&shop=mine.myshopify.com&state=1&timestamp=1337178173";
    expect(() => verifyWebhook(webhook("orders/create", query), secrets)).toThrow(VerificationError);
  });

  test.each([
    ["orders/create", "not json"],
    ["constructor", [{ kind: "ended", reason: "uninstalled" }]],
    ["orders/create", [order]],
    ["orders/create", null],
  ])("of %j with %j is no object, and is not read", (topic, payload) => {
    expect(() => readEffects(topic, payload)).toThrow(UnreadMessageError);
  });

  test("takes numbers for texts and texts for numbers", () => {
    const plain = readEffects("orders/create", order);
    expect(readEffects("orders/create", { ...order, current_total_price: 31.5 })).toEqual(plain);
    expect(readEffects("products/delete", { id: "8" })).toEqual(readEffects("products/delete", { id: 8 }));
  });

  test.each([
    ["orders/create", { ...order, current_total_price: {} }, "current_total_price"],
    ["orders/create", { ...order, name: null }, "name"],
  ])("of %s with an order that cannot be read keeps it as unread", (topic, payload, field) => {
    const externalId = order.admin_graphql_api_id;
    expect(readEffects(topic, payload)).toMatchObject([
      { kind: "record_unread", recordKind: "order", unread: { externalId, field } },
    ]);
  });

  test.each([
    ["app/scopes_update", {}, "current"],
    ["products/delete", { id: [] }, "id"],
    ["app/uninstalled", {}, "myshopify_domain"],
  ])("of %s with %j says what cannot be read, and nothing follows", (topic, payload, field) => {
    expect(readEffects(topic, payload)).toMatchObject([{ kind: "unread", reason: { field } }]);
  });
});
