import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import { maskedValue } from "../crypto/mask.ts";
import { createWebhook } from "./create-webhook.ts";
import { deleteWebhook } from "./delete-webhook.ts";
import { getWebhook } from "./get-webhook.ts";
import { listWebhookLogs } from "./list-webhook-logs.ts";
import { listWebhooks } from "./list-webhooks.ts";
import { testWebhook } from "./test-webhook.ts";
import { updateWebhook } from "./update-webhook.ts";

const url = "https://pos.example.com/hooks";

test("a new webhook has the default schedule, timeout and a Standard Webhooks secret", async () => {
  const ctx = await createTestMerchant();
  const webhook = await createWebhook({ ctx, input: { url, eventTypes: ["*"] } });
  expect(webhook).toMatchObject({
    retrySchedule: [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000],
    timeoutMs: 15_000,
    status: "active",
  });
  expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});

test("secrets, headers and credentials are sealed at rest", async () => {
  const ctx = await createTestMerchant();
  const auth = { type: "basic", username: "ana", password: "open-sesame" } as const;
  const webhook = await createWebhook({
    ctx,
    input: { url, eventTypes: ["*"], headers: { "x-key": "plain-value" }, auth },
  });
  const [row] = await db().select().from(webhooks).where(eq(webhooks.id, webhook.id));
  const stored = JSON.stringify(row);
  for (const secret of ["open-sesame", "plain-value", webhook.secret]) expect(stored).not.toContain(secret);
  const shown = JSON.stringify(await getWebhook({ ctx, input: { id: webhook.id } }));
  for (const secret of ["open-sesame", "plain-value"]) expect(shown).not.toContain(secret);
});

describe("input is refused with its path", () => {
  test.each([
    ["no events", { url, eventTypes: [] }, "eventTypes"],
    ["an unknown event", { url, eventTypes: ["order.eaten"] }, "eventTypes[0]"],
    ["a private address", { url: "https://10.0.0.1/", eventTypes: ["*"] }, "url"],
    ["a metadata address", { url: "https://169.254.169.254/latest", eventTypes: ["*"] }, "url"],
    ["not a URL", { url: "pos.example.com", eventTypes: ["*"] }, "url"],
    ["a reserved header", { url, eventTypes: ["*"], headers: { "Webhook-Id": "x" } }, "headers.Webhook-Id"],
    [
      "a header that splits",
      { url, eventTypes: ["*"], headers: { "x-a": "b\r\nhost: evil" } },
      "headers.x-a",
    ],
    ["an unknown field", { url, eventTypes: ["*"], colour: "red" }, "colour"],
    ["a wrong auth", { url, eventTypes: ["*"], auth: { type: "bearer" } }, "auth.token"],
    ["a negative wait", { url, eventTypes: ["*"], retrySchedule: [-5] }, "retrySchedule[0]"],
    ["too long a timeout", { url, eventTypes: ["*"], timeoutMs: 60_000 }, "timeoutMs"],
  ])("%s", async (_name, input, path) => {
    const ctx = await createTestMerchant();
    const refusal = await runVerb(createWebhook, { ctx, input }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422, fieldErrors: [{ path }] });
  });
});

test("a change leaves what it does not name, and a masked header keeps its value", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url, headers: { "x-shop": "berlin" }, description: "Till" });
  const { headers } = await getWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  const input = { id: scene.webhook.id, headers: { ...headers, "x-new": "1" }, timeoutMs: 5_000 };
  expect(await updateWebhook({ ctx: scene.ctx, input })).toMatchObject({
    description: "Till",
    timeoutMs: 5_000,
  });
  await scene.sendOrders();
  await scene.drain();
  expect(receiver.received[0]?.headers).toMatchObject({ "x-shop": "berlin", "x-new": "1" });
});

describe("an address on another server takes nothing hidden along", () => {
  const auth = { type: "bearer", token: "first-token" } as const;
  const headers = { "x-shop": "berlin" };

  async function hiddenWebhook() {
    const ctx = await createTestMerchant();
    const { id } = await createWebhook({ ctx, input: { url, eventTypes: ["*"], headers, auth } });
    return { ctx, id };
  }

  test.each([
    ["https://elsewhere.example.com/hooks", {}, ["headers.x-shop", "auth"]],
    ["https://pos.example.com:8443/hooks", {}, ["headers.x-shop", "auth"]],
    ["https://elsewhere.example.com/hooks", { auth }, ["headers.x-shop"]],
    ["https://elsewhere.example.com/hooks", { headers }, ["auth"]],
    ["https://elsewhere.example.com/hooks", { auth, headers: { "x-shop": maskedValue } }, ["headers.x-shop"]],
  ])("%s with %j is refused", async (next, change, paths) => {
    const { ctx, id } = await hiddenWebhook();
    const refusal = await updateWebhook({ ctx, input: { id, url: next, ...change } }).catch((error) => error);
    expect(refusal).toMatchObject({ status: 422, fieldErrors: paths.map((path) => ({ path })) });
    expect(await getWebhook({ ctx, input: { id } })).toMatchObject({ url });
  });

  test.each([
    ["https://pos.example.com/other?path=1", {}],
    ["https://elsewhere.example.com/hooks", { auth, headers }],
    ["https://elsewhere.example.com/hooks", { auth: { type: "none" as const }, headers: {} }],
  ])("%s with %j is taken", async (next, change) => {
    const { ctx, id } = await hiddenWebhook();
    expect(await updateWebhook({ ctx, input: { id, url: next, ...change } })).toMatchObject({ url: next });
  });
});

test("credentials and a header of one name are refused, whichever came first", async () => {
  const ctx = await createTestMerchant();
  const auth = { type: "bearer", token: "t" } as const;
  const plain = await createWebhook({
    ctx,
    input: { url, eventTypes: ["*"], headers: { Authorization: "Token 1" } },
  });
  await expect(updateWebhook({ ctx, input: { id: plain.id, auth } })).rejects.toMatchObject({
    status: 422,
    fieldErrors: [{ path: "auth.type" }],
  });
  const sealed = await createWebhook({ ctx, input: { url, eventTypes: ["*"], auth } });
  await expect(
    updateWebhook({ ctx, input: { id: sealed.id, headers: { Authorization: "Token 1" } } }),
  ).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "headers.Authorization" }] });
});

test.each([
  ["jörg", "£5 für Müsli "],
  ["key", ""],
  ["", "key"],
])("Basic credentials %j and %j arrive in UTF-8, as they are", async (username, password) => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url, auth: { type: "basic", username, password } });
  await scene.sendOrders();
  await scene.drain();
  const sent = receiver.received[0]?.headers.authorization?.replace("Basic ", "") ?? "";
  expect(Buffer.from(sent, "base64").toString("utf8")).toBe(`${username}:${password}`);
});

test("a merchant's own Authorization and Accept are sent, and what was sent stands in the log", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({
    url: receiver.url,
    headers: { Authorization: "Token abc", Accept: "application/vnd.pos+json" },
  });
  await scene.sendOrders();
  await scene.drain();
  expect(receiver.received[0]?.headers).toMatchObject({
    authorization: "Token abc",
    accept: "application/vnd.pos+json",
  });
  const [attempt] = (await scene.theDelivery()).attemptLog;
  expect(attempt?.request?.headers).toMatchObject({ Authorization: maskedValue, Accept: maskedValue });
});

test("a deleted webhook is gone, what waited for it is cancelled, and its log stays", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  expect(await deleteWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } })).toEqual({ cancelled: 1 });
  await expect(getWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } })).rejects.toMatchObject({
    status: 404,
  });
  expect(await scene.theDelivery()).toMatchObject({ status: "cancelled", attempts: 1 });
});

test("a test send answers the attempt, stands in the logs, and changes nobody's health", async () => {
  await using receiver = await startReceiver(() => ({ status: 500, body: "no printer" }));
  const scene = await setScene({ url: receiver.url });
  const attempt = await testWebhook({
    ctx: scene.ctx,
    input: { id: scene.webhook.id, eventType: "qr.scanned" },
  });
  expect(attempt).toMatchObject({
    outcome: "failed",
    trigger: "test",
    statusCode: 500,
    response: { body: "no printer" },
  });
  const logs = await listWebhookLogs({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  expect(logs.data.map((entry) => entry.id)).toEqual([attempt.id]);
  const webhook = await getWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  expect(webhook).toMatchObject({ status: "active", failingSince: null });
});

test("the list shows how each webhook did, tests left out", async () => {
  await using receiver = await startReceiver((request) => ({
    status: request.body.includes("qr.") ? 500 : 204,
  }));
  const scene = await setScene({ url: receiver.url });
  await testWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  await scene.sendOrders(3);
  await scene.drain();
  const { data } = await listWebhooks({ ctx: scene.ctx, input: {} });
  expect(data).toMatchObject([{ last24h: { attempts: 3, succeeded: 3, pending: 0 }, lastFailure: null }]);
});
