import { describe, expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { eventEndpoints } from "#lib/api/events.ts";
import { handle } from "#lib/transport/handle.ts";
import { callRoute } from "#lib/transport/testing.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { getEvent } from "../deliveries/get-event.ts";
import { acceptEvents } from "./accept-events.ts";
import { acceptForwardedEvents } from "./accept-forwarded-events.ts";
import { eventCatalogue } from "./catalogue/catalogue.ts";
import { orderPaid } from "./catalogue/orders.ts";
import { qrScanned } from "./catalogue/qr.ts";
import { listEvents } from "./list-events.ts";

const post = handle(eventEndpoints.acceptEvents);
const order = { type: "order.paid", data: orderPaid.example };

async function postEvents(options: { body?: unknown; rawBody?: string; headers?: Record<string, string> }) {
  const ctx = await createTestMerchant();
  const key = await createTestApiKey(ctx);
  return { ctx, key, ...(await callRoute(post, { method: "POST", path: "/api/events", key, ...options })) };
}

describe("one id is one event", () => {
  test("over requests", async () => {
    const ctx = await createTestMerchant();
    await createWebhook({ ctx, input: { url: "https://pos.example.com/a", eventTypes: ["*"] } });
    const first = await acceptEvents({ ctx, input: { ...order, id: "order-1042" } });
    const second = await acceptEvents({ ctx, input: { ...order, id: "order-1042" } });
    expect(first.data).toEqual([{ id: "order-1042", duplicate: false, deliveries: 1 }]);
    expect(second.data).toEqual([{ id: "order-1042", duplicate: true, deliveries: 1 }]);
    expect((await getEvent({ ctx, input: { id: "order-1042" } })).timeline).toHaveLength(1);
  });

  test("within a request", async () => {
    const ctx = await createTestMerchant();
    await createWebhook({ ctx, input: { url: "https://pos.example.com/a", eventTypes: ["*"] } });
    const { data } = await acceptEvents({
      ctx,
      input: [
        { ...order, id: "a" },
        { ...order, id: "a" },
      ],
    });
    expect(data.map((event) => event.duplicate)).toEqual([false, true]);
    expect((await getEvent({ ctx, input: { id: "a" } })).timeline).toHaveLength(1);
  });

  test("and goes to those who asked for the type that was stored", async () => {
    const ctx = await createTestMerchant();
    await createWebhook({ ctx, input: { url: "https://pos.example.com/a", eventTypes: ["qr.scanned"] } });
    const scan = { type: "qr.scanned", data: qrScanned.example };
    const { data } = await acceptEvents({
      ctx,
      input: [
        { ...order, id: "x" },
        { ...scan, id: "x" },
      ],
    });
    expect(data).toEqual([
      { id: "x", duplicate: false, deliveries: 0 },
      { id: "x", duplicate: true, deliveries: 0 },
    ]);
  });

  test("when twenty senders send it at the same moment", async () => {
    const ctx = await createTestMerchant();
    await createWebhook({ ctx, input: { url: "https://pos.example.com/a", eventTypes: ["*"] } });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => acceptEvents({ ctx, input: { ...order, id: "race" } })),
    );
    expect(answers.filter(({ data }) => !data[0]?.duplicate)).toHaveLength(1);
    expect((await getEvent({ ctx, input: { id: "race" } })).timeline).toHaveLength(1);
  });

  test("but two merchants may use the same id", async () => {
    const [a, b] = [await createTestMerchant(), await createTestMerchant()];
    await acceptEvents({ ctx: a, input: { ...order, id: "shared" } });
    const { data } = await acceptEvents({ ctx: b, input: { ...order, id: "shared" } });
    expect(data[0]?.duplicate).toBe(false);
  });
});

test("every example of the catalogue fits its own schema, and platform ones are accepted", async () => {
  const ctx = await createTestMerchant();
  for (const definition of eventCatalogue)
    expect(definition.schema.safeParse(definition.example).success).toBe(true);
  const input = eventCatalogue
    .filter((definition) => definition.source === "platform")
    .map((definition) => ({ type: definition.type, data: definition.example }));
  expect((await acceptEvents({ ctx, input })).data).toHaveLength(7);
});

describe("bad input is a problem that names the path, and accepts nothing", () => {
  const { lines: _, ...withoutLines } = orderPaid.example;
  test.each([
    ["an unknown type", { type: "order.eaten", data: {} }, 422, "type"],
    ["a type that is Patchbay's own", { type: "webhook.failed", data: {} }, 422, "type"],
    ["a missing field", { type: "order.paid", data: withoutLines }, 422, "data.lines"],
    ["a wrong field", { ...order, data: { ...order.data, totalAmount: 12.5 } }, 422, "data.totalAmount"],
    [
      "an unknown field of the data",
      { ...order, data: { ...order.data, colour: "red" } },
      422,
      "data.colour",
    ],
    ["an unknown field of the event", { ...order, kind: "x" }, 422, "kind"],
    [
      "one bad event of three",
      [order, { ...order, data: { ...order.data, currency: "euro" } }, order],
      422,
      "[1].data.currency",
    ],
    ["an id with a full stop", { ...order, id: "order.1042" }, 422, "id"],
    ["text that cannot be stored", { ...order, data: { ...order.data, note: "a\0b" } }, 422, "data.note"],
    ["half a character", { ...order, data: { ...order.data, note: "\ud800" } }, 422, "data.note"],
    ["a year before time", { ...order, occurredAt: "0000-01-01T00:00:00Z" }, 422, "occurredAt"],
    ["a year after it", { ...order, occurredAt: "9999-12-31T23:59:59-00:01" }, 422, "occurredAt"],
    ["an empty list", [], 422, ""],
    ["more than 1,000 events", Array.from({ length: 1_001 }, () => ({ type: "x", data: {} })), 422, ""],
    ["null", null, 422, ""],
  ])("%s", async (_name, body, status, path) => {
    const answer = await postEvents({ body });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.json.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await listEvents({ ctx: answer.ctx, input: {} })).data).toHaveLength(0);
  });

  test.each([
    ["malformed JSON", { rawBody: '{"type": ' }, 400, "malformed_json"],
    [
      "another content type",
      { rawBody: "type=x", headers: { "content-type": "text/plain" } },
      415,
      "unsupported_media_type",
    ],
    ["more than 1 MiB", { body: { ...order, data: { note: "x".repeat(1_100_000) } } }, 413, "body_too_large"],
  ])("%s", async (_name, options, status, code) => {
    const answer = await postEvents(options);
    expect(answer.json).toMatchObject({ status, code, errors: [{ path: "" }] });
    expect(answer.status).toBe(status);
  });
});

describe("an order is taken as the guest and the till gave it", () => {
  const { customer: _, ...withoutCustomer } = orderPaid.example;
  test.each([
    ["an ampersand in the address", { email: "smith&sons@example.com" }],
    ["a slash and an equals sign in it", { email: "a/b=c@example.com" }],
    ["other letters that RFC 5322 allows", { email: "!#$%&'*+-/=?^_`{|}~@example.com" }],
    ["a quoted address", { email: '"ana maria"@example.com' }],
    ["an address literal", { email: "ana@[IPv6:2001:db8::1]" }],
    ["an address in another script", { email: "用户@例え.jp" }],
    ["a host of one word", { email: "ana@localhost" }],
    ["full stops that a mail server takes", { email: "ana.@docomo.example" }],
    ["a full stop at the end", { email: "ana@example.com." }],
    ["spaces around it", { email: " ana@example.com " }],
    ["what is no address", { email: "n/a" }],
    ["empty texts", { id: "", name: "", email: "", phone: "" }],
    ["a phone number as typed", { phone: "+49 (0)30 / 123-456 ext. 7, ask for Ana" }],
    ["a phone number of two digits", { phone: "12" }],
    ["a name of one letter", { name: "X" }],
    ["a name of many letters", { name: "Wolfeschlegelsteinhausen ".repeat(20) }],
    ["a name in emoji", { name: "👩‍👩‍👧‍👦🏳️‍🌈" }],
    ["a name right to left", { name: "\u202bمحمد\u202c" }],
    ["a name with quotes and signs", { name: 'O\'Brien; DROP TABLE "guests" -- <b>' }],
    ["a line break in a name", { name: "Ana\nMaria" }],
  ])("with %s", async (_name, customer) => {
    const ctx = await createTestMerchant();
    const input = { type: "order.paid", id: "o", data: { ...withoutCustomer, customer } };
    expect((await acceptEvents({ ctx, input })).data).toMatchObject([{ duplicate: false }]);
    expect((await getEvent({ ctx, input: { id: "o" } })).data).toEqual(input.data);
  });

  test("with its currency in small letters, which receivers get in capitals", async () => {
    const ctx = await createTestMerchant();
    const data = { ...orderPaid.example, currency: "eur" };
    await acceptEvents({ ctx, input: { type: "order.paid", id: "o", data } });
    expect((await getEvent({ ctx, input: { id: "o" } })).data).toEqual(orderPaid.example);
  });

  test.each(["XK", "EU", "T1", "de", "", "Türkiye"])("a scan in the country %j", async (country) => {
    const ctx = await createTestMerchant();
    const input = { type: "qr.scanned", data: { ...qrScanned.example, location: { country } } };
    expect((await acceptEvents({ ctx, input })).data).toHaveLength(1);
  });

  test("but a text past its bound is refused by name", async () => {
    const ctx = await createTestMerchant();
    const data = { ...orderPaid.example, customer: { email: `${"a".repeat(501)}@example.com` } };
    const sent = acceptEvents({ ctx, input: { type: "order.paid", data } });
    await expect(sent).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "data.customer.email" }] });
  });
});

describe("Idempotency-Key", () => {
  const headers = { "idempotency-key": "send-1" };

  test("gives the first answer again, and makes no second event", async () => {
    const first = await postEvents({ body: order, headers });
    const again = await callRoute(post, {
      method: "POST",
      path: "/api/events",
      key: first.key,
      body: order,
      headers,
    });
    expect(again.json).toEqual(first.json);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await listEvents({ ctx: first.ctx, input: {} })).data).toHaveLength(1);
  });

  test("gives another content another id, also when the first answer is long forgotten", async () => {
    const ctx = await createTestMerchant();
    const first = await acceptEvents({ ctx, input: order, idempotencyKey: "K" });
    const other = { type: "qr.scanned", data: qrScanned.example };
    const second = await acceptEvents({ ctx, input: other, idempotencyKey: "K" });
    expect([first, second].map(({ data }) => data[0]?.duplicate)).toEqual([false, false]);
    const again = await acceptEvents({ ctx, input: order, idempotencyKey: "K" });
    expect(again.data[0]).toMatchObject({ id: first.data[0]?.id, duplicate: true });
  });

  test("is refused with another request", async () => {
    const first = await postEvents({ body: order, headers });
    const body = { type: "qr.scanned", data: qrScanned.example };
    const other = await callRoute(post, {
      method: "POST",
      path: "/api/events",
      key: first.key,
      body,
      headers,
    });
    expect(other.json).toMatchObject({ status: 422, code: "idempotency_key_reused" });
  });
});

describe("events that come through Inngest", () => {
  test("are the same events: id, type, time and data", async () => {
    const { merchantId, ...ctx } = await createTestMerchant();
    const ts = Date.parse("2026-10-02T10:00:00Z");
    const event = { id: "inngest-1", name: "order.paid", ts, data: { merchantId, ...orderPaid.example } };
    expect(await acceptForwardedEvents([event])).toMatchObject({ accepted: 1, rejected: [] });
    expect(await acceptForwardedEvents([event])).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await getEvent({ ctx: { ...ctx, merchantId }, input: { id: "inngest-1" } })).toMatchObject({
      type: "order.paid",
      occurredAt: "2026-10-02T10:00:00.000Z",
      data: orderPaid.example,
      origin: "inngest",
    });
  });

  test("a bad one is reported, and the good ones beside it are accepted", async () => {
    const { merchantId } = await createTestMerchant();
    const good = { id: "g", name: "order.paid", data: { merchantId, ...orderPaid.example } };
    const bad = { id: "b", name: "order.paid", data: { merchantId, orderId: 7 } };
    const unstorable = {
      id: "u",
      name: "order.paid",
      data: { merchantId, ...orderPaid.example, note: "\0" },
    };
    const timeless = { id: "t", name: "order.paid", ts: 1e18, data: { merchantId, ...orderPaid.example } };
    const lost = { id: "l", name: "order.paid", data: { merchantId: "mer_nobody", ...orderPaid.example } };
    const result = await acceptForwardedEvents([
      bad,
      good,
      unstorable,
      timeless,
      lost,
      { name: "order.paid", data: {} },
    ]);
    expect(result.accepted).toBe(1);
    expect(result.rejected.map((rejection) => rejection.id)).toEqual([undefined, undefined, "b", "u", "l"]);
  });
});
