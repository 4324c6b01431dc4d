import { expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { acceptEventsEndpoint, listEventsEndpoint } from "#lib/api/events.ts";
import { createWebhookEndpoint, listWebhooksEndpoint } from "#lib/api/webhooks.ts";
import { encodeCursor } from "#lib/listing/cursor.ts";
import { handle, routeHandlers } from "./handle.ts";
import { callRoute } from "./testing.ts";

const webhook = { url: "https://pos.example.com/hook", eventTypes: ["*"] };
const once = { "idempotency-key": "once" };
const create = (key: string) =>
  callRoute(handle(createWebhookEndpoint), {
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

test("a cursor that the list did not give, and text that is none, are the caller's mistakes", async () => {
  const key = await createTestApiKey(await createTestMerchant());
  const list = (path: string) => callRoute(handle(listEventsEndpoint), { method: "GET", path, key });
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
  const { DELETE } = routeHandlers(listWebhooksEndpoint, createWebhookEndpoint);
  const wrongMethod = await callRoute(DELETE, { method: "DELETE", path: "/api/webhooks", key: "any" });
  expect(wrongMethod.json).toMatchObject({ status: 405, code: "method_not_allowed" });
  expect(wrongMethod.headers.get("allow")).toBe("GET, POST");
  const nowhere = await callRoute(routeHandlers().GET, { method: "GET", path: "/api/nope", key: "any" });
  expect(nowhere.json).toMatchObject({ status: 404, code: "not_found" });
});

test("a key that is unknown or malformed is 401, and says how to send one", async () => {
  const call = { method: "POST", path: "/api/events", body: {} };
  const unknown = await callRoute(handle(acceptEventsEndpoint), { ...call, key: "pb_unknown" });
  expect(unknown.json).toMatchObject({ status: 401, code: "unauthenticated" });
  const headers = { authorization: "Token abc" };
  const malformed = await callRoute(handle(acceptEventsEndpoint), { ...call, key: "", headers });
  expect(malformed.json).toMatchObject({ status: 401 });
  expect(malformed.headers.get("www-authenticate")).toBe("Bearer");
});
