import { describe, expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { eventEndpoints } from "#lib/api/events.ts";
import { webhookEndpoints } from "#lib/api/webhooks.ts";
import { encodeCursor } from "#lib/listing/cursor.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { handle, routeHandlers } from "./handle.ts";
import { callRoute } from "./testing.ts";

const webhook = { url: "https://pos.example.com/hook", eventTypes: ["*"] };
const once = { "idempotency-key": "once" };
const create = (key: string) =>
  callRoute(handle(webhookEndpoints.createWebhook), {
    method: "POST",
    path: "/api/webhooks",
    key,
    body: webhook,
    headers: once,
  });

test("an answer saved under an Idempotency-Key is not for a key without the right, nor for another key", async () => {
  const ctx = await createTestMerchant();
  const owner = await create(await createTestApiKey(ctx));
  expect(owner.json.secret).toMatch(/^whsec_/);
  const reader = await create(await createTestApiKey(ctx, ["read"]));
  expect(reader.status).toBe(403);
  const other = await create(await createTestApiKey(ctx));
  expect(other.json).toMatchObject({ status: 422, code: "idempotency_key_reused" });
});

describe("under one Idempotency-Key", () => {
  const send = async (key: string, rawBody: string, path = "/api/events") =>
    callRoute(handle(eventEndpoints.acceptEvents), {
      method: "POST",
      path,
      key,
      rawBody,
      headers: { "idempotency-key": "send-7" },
    });
  const scan = (rest: string) => `{"type":"qr.scanned","data":{"scanId":"s","code":{"id":"c"}${rest}}}`;

  test("the same content is the same request, however its names and numbers are written", async () => {
    const key = await createTestApiKey(await createTestMerchant());
    const first = await send(key, scan(',"location":{"latitude":1,"longitude":2}'));
    expect(first.status).toBe(202);
    for (const body of [
      scan(',"location":{"longitude":2.0,"latitude":1e0}'),
      ' {"data":{"location":{"longitude":20e-1,"latitude":1},"code":{"id":"\\u0063"},"scanId":"s"},"type":"qr.scanned"}',
    ]) {
      const again = await send(key, body);
      expect(again.json).toEqual(first.json);
      expect(again.headers.get("idempotency-replayed")).toBe("true");
    }
    const other = await send(key, scan(',"location":{"latitude":2,"longitude":1}'));
    expect(other.json).toMatchObject({ status: 422, code: "idempotency_key_reused" });
  });

  test("another query or another path is another request", async () => {
    const key = await createTestApiKey(await createTestMerchant());
    const echo = handle({
      ...webhookEndpoints.createWebhook,
      path: "/api/echo/{id}",
      verb: { ...createWebhook, permission: "webhooks:write", runUnread: async ({ input }) => input },
    });
    const ask = async (id: string, query: string) => {
      const path = `/api/echo/${id}${query}`;
      const headers = { "idempotency-key": "echo-1" };
      return (await callRoute(echo, { method: "POST", path, params: { id }, key, headers })).json;
    };
    expect(await ask("1", "?a=1&b=2")).toEqual({ id: "1", a: "1", b: "2" });
    expect(await ask("1", "?b=2&a=%31")).toEqual({ id: "1", a: "1", b: "2" });
    expect(await ask("1", "?a=2&b=2")).toMatchObject({ code: "idempotency_key_reused" });
    expect(await ask("2", "?a=1&b=2")).toMatchObject({ code: "idempotency_key_reused" });
  });

  test.each([
    ["a number past the range", "1e999", "data.location.latitude"],
    ["a number of 400 digits", "9".repeat(400), "data.location.latitude"],
    ["half a character", '"\\ud800"', "data.location.latitude"],
    ["NUL", '"\\u0000"', "data.location.latitude"],
    ["a name that objects have already", '{"__proto__":{"a":1}}', "data.location.latitude.__proto__"],
  ])("%s is the caller's mistake, and is named", async (_, value, path) => {
    const key = await createTestApiKey(await createTestMerchant());
    const answer = await send(key, scan(`,"location":{"latitude":${value}}`));
    expect(answer.json).toMatchObject({ status: 422, code: "invalid_input", errors: [{ path }] });
  });
});

test("a list of events has no place for a field beside it", async () => {
  const key = await createTestApiKey(await createTestMerchant());
  const answer = await callRoute(handle(eventEndpoints.acceptEvents), {
    method: "POST",
    path: "/api/events?source=till",
    key,
    body: [],
  });
  expect(answer.json).toMatchObject({ status: 422, errors: [{ path: "source" }] });
});

test("problems are not kept by caches", async () => {
  const answer = await callRoute(handle(eventEndpoints.listEvents), {
    method: "GET",
    path: "/api/events",
    key: "pb_x",
  });
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("a cursor that the list did not give, and text that is none, are the caller's mistakes", async () => {
  const key = await createTestApiKey(await createTestMerchant());
  const list = (path: string) => callRoute(handle(eventEndpoints.listEvents), { method: "GET", path, key });
  for (const cursor of [
    "abc",
    encodeCursor(["x"]),
    encodeCursor(["not a date", "evt_1"]),
    encodeCursor(["\0", "\0"]),
  ]) {
    const answer = await list(`/api/events?cursor=${cursor}`);
    expect(answer.json).toMatchObject({ status: 422, errors: [{ path: "cursor" }] });
  }
  expect((await list("/api/events?search=%00")).json).toMatchObject({
    status: 422,
    errors: [{ path: "search" }],
  });
  expect((await list("/api/events?limit=1000")).json).toMatchObject({
    status: 422,
    errors: [{ path: "limit" }],
  });
  expect((await list("/api/events?colour=red")).json).toMatchObject({
    status: 422,
    errors: [{ path: "colour" }],
  });
});

test("a method that an address lacks, and an address that the API lacks, are problems too", async () => {
  const { DELETE } = routeHandlers(webhookEndpoints.listWebhooks, webhookEndpoints.createWebhook);
  const wrongMethod = await callRoute(DELETE, { method: "DELETE", path: "/api/webhooks", key: "any" });
  expect(wrongMethod.json).toMatchObject({ status: 405, code: "method_not_allowed" });
  expect(wrongMethod.headers.get("allow")).toBe("GET, POST");
  const nowhere = await callRoute(routeHandlers().GET, { method: "GET", path: "/api/nope", key: "any" });
  expect(nowhere.json).toMatchObject({ status: 404, code: "not_found" });
});

test("a key that is unknown or malformed is 401, and says how to send one", async () => {
  const call = { method: "POST", path: "/api/events", body: {} };
  const unknown = await callRoute(handle(eventEndpoints.acceptEvents), { ...call, key: "pb_unknown" });
  expect(unknown.json).toMatchObject({ status: 401, code: "unauthenticated" });
  const headers = { authorization: "Token abc" };
  const malformed = await callRoute(handle(eventEndpoints.acceptEvents), { ...call, key: "", headers });
  expect(malformed.json).toMatchObject({ status: 401 });
  expect(malformed.headers.get("www-authenticate")).toBe("Bearer");
});
