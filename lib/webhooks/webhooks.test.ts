import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { endpoints } from "#lib/api/endpoints.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { openDriftIssue, raiseCard } from "#lib/automations/testing/attention.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderRefunded } from "#lib/events/catalogue/orders.ts";
import { connectTestApp } from "#lib/integrations/testing/connect-test-app.ts";
import { makeUpCharge } from "#lib/payments/testing/make-up-charge.ts";
import { addPayout, shopOf } from "#lib/revenue/testing/scene.ts";
import { createInbox } from "#lib/test-inboxes/inboxes.ts";
import { handle } from "#lib/transport/handle.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import { callRoute } from "#lib/transport/testing.ts";
import { subscribeHook } from "#lib/zapier/subscribe-hook.ts";
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
  ])("%s with %j is refused", async (next, given, paths) => {
    const { ctx, id } = await hiddenWebhook();
    const refusal = await updateWebhook({ ctx, input: { id, url: next, ...given } }).catch((error) => error);
    expect(refusal).toMatchObject({ status: 422, fieldErrors: paths.map((path) => ({ path })) });
    expect(await getWebhook({ ctx, input: { id } })).toMatchObject({ url });
  });

  test.each([
    ["https://pos.example.com/other?path=1", {}],
    ["https://elsewhere.example.com/hooks", { auth, headers }],
    ["https://elsewhere.example.com/hooks", { auth: { type: "none" as const }, headers: {} }],
  ])("%s with %j is taken", async (next, given) => {
    const { ctx, id } = await hiddenWebhook();
    expect(await updateWebhook({ ctx, input: { id, url: next, ...given } })).toMatchObject({ url: next });
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

function asTexts(values: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** A run of an automation that waits. */
async function makeRun(ctx: Ctx): Promise<string> {
  const mapping = {
    channel: { kind: "fixed", value: "C0ORDERS001" },
    text: { kind: "fixed", value: "Refunded" },
  };
  const step = { key: "message", integrationId: await connectTestApp(ctx), action: "send-message", mapping };
  const draft = { name: "Refunds", eventType: "order.refunded", steps: [step] };
  const { id, revision } = await createAutomation({ ctx, input: draft });
  await publishAutomation({ ctx, input: { id, revision } });
  await acceptEvents({ ctx, input: { type: "order.refunded", data: orderRefunded.example } });
  const [run] = (await listRuns({ ctx, input: { id } })).data;
  return run?.id ?? "";
}

test("another merchant's rows are 404 on every route that takes an id", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  const [eventId] = await scene.sendOrders();
  await scene.drain();
  const delivery = await scene.theDelivery();
  const idOf: Record<string, string> = {
    events: eventId ?? "",
    webhooks: scene.webhook.id,
    deliveries: delivery.id,
    runs: await makeRun(scene.ctx),
    attention: await raiseCard(scene.ctx.merchantId, delivery),
    integrations: await connectTestApp(scene.ctx),
    automations: (
      await createAutomation({ ctx: scene.ctx, input: { name: "Kitchen", eventType: "order.paid" } })
    ).id,
    sandbox: (await createInbox({ ctx: scene.ctx, input: { name: "Bar" } })).id,
    "payments/charges": await makeUpCharge(scene.ctx.merchantId),
    "payments/payouts": await addPayout(shopOf(scene.ctx), { amount: 1_000 }),
    zapier: (
      await subscribeHook({ ctx: scene.ctx, input: { targetUrl: receiver.url, eventType: "order.paid" } })
    ).id,
  };
  /** What these ask for besides the id. */
  const alsoNeeded: Record<string, Record<string, string | number>> = {
    "/api/automations/{id}": { revision: 999 },
    "/api/automations/{id}/publish": { revision: 999 },
    "/api/automations/{id}/replay": { mode: "from-start", planId: "none" },
    "/api/runs/{id}/replay": { mode: "from-start" },
    "/api/automations/{id}/suggest": { step: "message" },
    "/api/automations/{id}/versions/{number}/restore": { revision: 999 },
    "/api/runs/{id}/approve": { step: "message" },
    "/api/runs/{id}/reject": { step: "message" },
    "/api/runs/{id}/decide": { step: "message", outcome: "done" },
    "/api/integrations/{id}/sync": { kind: "product" },
    "/api/integrations/{id}/records": { kind: "product" },
  };
  const named: Record<string, string> = {
    action: "send-message",
    resource: "channels",
    number: "1",
    issueId: await openDriftIssue(scene.ctx.merchantId, idOf.automations ?? ""),
  };
  const ask = async (endpoint: (typeof endpoints)[number], key: string) => {
    const [, , area = "", part = ""] = endpoint.path.split("/");
    const id = idOf[area === "payments" ? `${area}/${part}` : area];
    if (id === undefined) throw new Error(`There is no row of the other merchant's for ${endpoint.path}.`);
    const params = Object.fromEntries(
      [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
        name,
        name === "id" ? id : (named[name] ?? ""),
      ]),
    );
    const hasBody = endpoint.method === "POST" || endpoint.method === "PATCH";
    const further = alsoNeeded[endpoint.path] ?? {};
    const isInQuery = !hasBody && endpoint.verb.input.safeParse({ id, ...further }).success;
    const path =
      endpoint.path.replace("{id}", id) + (isInQuery ? `?${new URLSearchParams(asTexts(further))}` : "");
    const body = hasBody ? further : undefined;
    return (await callRoute(handle(endpoint), { method: endpoint.method, path, key, params, body })).status;
  };
  const withId = endpoints
    // A recipe is everybody's.
    .filter(({ path }) => path.includes("{id}") && !path.startsWith("/api/recipes/"))
    .toSorted((one, other) => Number(one.method === "DELETE") - Number(other.method === "DELETE"));
  const stranger = await createTestApiKey(await createTestMerchant());
  for (const endpoint of withId) {
    const place = `${endpoint.method} ${endpoint.path}`;
    expect([place, await ask(endpoint, stranger)]).toEqual([place, 404]);
  }
  // The rows are there, and the same questions find them: what a stranger is told comes of whose they are.
  const own = await createTestApiKey(scene.ctx);
  for (const endpoint of withId.filter(({ path }) => !path.endsWith("/sync"))) {
    const place = `${endpoint.method} ${endpoint.path}`;
    expect([place, await ask(endpoint, own)]).not.toEqual([place, 404]);
  }
});

test("a key without the scope is refused on every route", async () => {
  const ctx = await createTestMerchant();
  for (const endpoint of endpoints) {
    const others = (["read", "events:write", "webhooks:write", "deliveries:write"] as const).filter(
      (scope) => scope !== endpoint.verb.permission,
    );
    const key = await createTestApiKey(ctx, others);
    const body = endpoint.method === "POST" || endpoint.method === "PATCH" ? {} : undefined;
    const call = {
      method: endpoint.method,
      path: endpoint.path,
      key,
      params: { id: "x" },
      body,
    };
    const answer = await callRoute(handle(endpoint), call);
    expect([endpoint.method, endpoint.path, answer.status]).toEqual([endpoint.method, endpoint.path, 403]);
  }
});
