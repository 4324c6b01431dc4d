import type { ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { describe, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { getWebhook } from "#lib/webhooks/get-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";
import { startReceiver } from "./testing/receiver.ts";
import { setScene } from "./testing/scene.ts";

/** Makes what waits due now, as if the time had come. */
async function letTimePass(merchantId: string): Promise<void> {
  await db().execute(sql`UPDATE delivery_queue SET due_at = now() WHERE merchant_id = ${merchantId}`);
}

test("an accepted event reaches the webhook signed per Standard Webhooks, and the log says so", async () => {
  await using receiver = await startReceiver(() => ({
    status: 200,
    body: "thanks",
    headers: { "x-a": "b" },
  }));
  const scene = await setScene({ url: receiver.url });
  const [eventId] = await scene.sendOrders();

  await scene.drain();

  const [request] = receiver.received;
  if (!request) throw new Error("Nothing arrived.");
  expect(request.headers["webhook-id"]).toBe(eventId);
  expect(request.headers["user-agent"]).toMatch(/^Patchbay\/\d/);
  const verified = new Webhook(scene.webhook.secret).verify(request.body, request.headers);
  expect(verified).toEqual({ type: "order.paid", timestamp: expect.any(String), data: orderPaid.example });
  const delivery = await scene.theDelivery();
  expect(delivery).toMatchObject({ status: "delivered", attempts: 1, lastAttempt: { statusCode: 200 } });
  expect(delivery.attemptLog).toMatchObject([
    {
      outcome: "delivered",
      request: { body: request.body, headers: { "webhook-id": eventId } },
      response: { body: "thanks", isBodyCut: false, headers: { "x-a": "b" } },
      timing: { totalMs: expect.any(Number), firstByteMs: expect.any(Number), connectMs: expect.any(Number) },
    },
  ]);
});

test("keys of the data arrive in the order in which the sender wrote them", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  const data = backwards(orderPaid.example);
  await acceptEvents({ ctx: scene.ctx, input: { type: "order.paid", data } });
  await scene.drain();
  expect(receiver.received[0]?.body).toContain(`"data":${JSON.stringify(data)}`);
});

/** Its names in the opposite order, at every depth: in no order that a schema could have. */
function backwards(value: object): Record<string, unknown> {
  const part = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(part);
    return typeof inner === "object" && inner !== null ? backwards(inner) : inner;
  };
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, part(inner)]),
  );
}

test("a failed attempt is tried again with the same webhook-id, and the schedule says when", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [5, 300] });
  const [eventId] = await scene.sendOrders();
  const from = Date.now();
  await scene.drain();
  const to = Date.now();
  const first = await scene.theDelivery();
  expect(first).toMatchObject({ status: "pending", attempts: 1 });
  const nextAt = Date.parse(first.nextAttemptAt ?? "");
  expect(nextAt).toBeGreaterThan(from + 3_000);
  expect(nextAt).toBeLessThan(to + 6_001);

  receiver.answerWith(() => ({ status: 204 }));
  await letTimePass(scene.ctx.merchantId);
  await scene.drain();

  expect(await scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 2 });
  expect(receiver.received.map((request) => request.headers["webhook-id"])).toEqual([eventId, eventId]);
});

test("when the attempts are used up the delivery is failed, and webhook.failed tells those who asked", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  await using listener = await startReceiver();
  const scene = await setScene({ url: receiver.url, retrySchedule: [1], eventTypes: ["order.paid"] });
  await createWebhook({ ctx: scene.ctx, input: { url: listener.url, eventTypes: ["webhook.failed"] } });
  const [eventId] = await scene.sendOrders();
  await scene.drain();
  await letTimePass(scene.ctx.merchantId);
  await scene.drain();

  const delivery = await scene.theDelivery();
  expect(delivery).toMatchObject({ status: "failed", attempts: 2, nextAttemptAt: null });
  expect(listener.received).toHaveLength(1);
  expect(JSON.parse(listener.received[0]?.body ?? "")).toMatchObject({
    type: "webhook.failed",
    data: { deliveryId: delivery.id, eventId, attempts: 2, statusCode: 500, isWebhookDisabled: false },
  });
});

test("news of deliveries never makes further news", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({
    url: receiver.url,
    retrySchedule: [],
    eventTypes: ["order.paid", "webhook.failed", "webhook.triggered"],
  });
  await scene.sendOrders();
  await scene.drain();
  await scene.drain();
  const { data: events } = await listEvents({ ctx: scene.ctx, input: { includeOwn: "true" } });
  expect(events.map((event) => event.type).sort()).toEqual(["order.paid", "webhook.failed"]);
});

test("webhook.triggered goes only to webhooks that ask for it by name", async () => {
  await using receiver = await startReceiver();
  await using listener = await startReceiver();
  const scene = await setScene({ url: receiver.url, eventTypes: ["*"] });
  await createWebhook({ ctx: scene.ctx, input: { url: listener.url, eventTypes: ["webhook.triggered"] } });
  await scene.sendOrders();
  await scene.drain();
  expect(receiver.received.map((request) => JSON.parse(request.body).type)).toEqual(["order.paid"]);
  expect(listener.received.map((request) => JSON.parse(request.body).type)).toEqual(["webhook.triggered"]);
});

describe("a webhook that answers 410", () => {
  test("is switched off, and what waits for it is held until it is switched on", async () => {
    await using receiver = await startReceiver(() => ({ status: 500 }));
    const scene = await setScene({ url: receiver.url });
    await scene.sendOrders(1);
    await scene.drain();
    receiver.answerWith(() => ({ status: 410 }));
    await scene.sendOrders(1);
    await scene.drain();

    const webhook = await getWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
    expect(webhook).toMatchObject({ status: "disabled", disabledReason: "gone" });
    expect((await scene.deliveries()).map((delivery) => delivery.status).sort()).toEqual(["failed", "held"]);

    receiver.answerWith(() => ({ status: 200 }));
    await updateWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id, status: "active" } });
    await scene.drain();
    expect((await scene.deliveries()).map((delivery) => delivery.status).sort()).toEqual([
      "delivered",
      "failed",
    ]);
  });

  test("gets no further events", async () => {
    await using receiver = await startReceiver(() => ({ status: 410 }));
    const scene = await setScene({ url: receiver.url });
    await scene.sendOrders();
    await scene.drain();
    await scene.sendOrders();
    await scene.drain();
    expect(receiver.received).toHaveLength(1);
  });
});

test("a redirect is not followed, and fails the delivery", async () => {
  await using target = await startReceiver();
  await using receiver = await startReceiver(() => ({ status: 302, headers: { location: target.url } }));
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  expect(await scene.theDelivery()).toMatchObject({
    status: "failed",
    lastAttempt: { failureCode: "redirect" },
  });
  expect(target.received).toHaveLength(0);
});

test("an endpoint that hangs times out", async () => {
  await using hanging = await startReceiver(() => "hang");
  const scene = await setScene({ url: hanging.url, timeoutMs: 1_000 });
  await scene.sendOrders(40);
  await scene.drain();
  const timedOut = (await scene.deliveries()).filter(
    (delivery) => delivery.lastAttempt?.failureCode === "timeout",
  );
  expect(timedOut).toHaveLength(40);
});

test("an endpoint that hangs slows no other", async () => {
  const held: ServerResponse[] = [];
  await using hanging = await startReceiver((_, response) => {
    held.push(response);
    return "hang";
  });
  await using healthy = await startReceiver();
  const scene = await setScene({ url: hanging.url, timeoutMs: 30_000 });
  await createWebhook({ ctx: scene.ctx, input: { url: healthy.url, eventTypes: ["*"] } });
  await scene.sendOrders(200);
  const drained = scene.drain();
  await vi.waitFor(() => expect(healthy.received).toHaveLength(200), { timeout: 28_000 });
  // Not one of the hanging requests has ended by then.
  expect(held.length).toBeGreaterThan(0);
  expect(held.filter((response) => response.closed)).toEqual([]);
  hanging.answerWith(() => ({ status: 204 }));
  for (const response of held) response.writeHead(204).end();
  await drained;
});

test("of an endless answer the first 16 KiB are kept", async () => {
  await using receiver = await startReceiver((_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x".repeat(8_192)), 1);
    response.on("close", () => clearInterval(timer));
    return "hang";
  });
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  const [attempt] = (await scene.theDelivery()).attemptLog;
  expect(attempt?.outcome).toBe("delivered");
  expect(attempt?.response?.body).toHaveLength(16_384);
  expect(attempt?.response?.isBodyCut).toBe(true);
});

test("custom headers and credentials are sent, and stand masked in the log", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({
    url: receiver.url,
    headers: { "X-Shop": "berlin-1" },
    auth: { type: "bearer", token: "very-secret-token" },
  });
  await scene.sendOrders();
  await scene.drain();
  expect(receiver.received[0]?.headers).toMatchObject({
    "x-shop": "berlin-1",
    authorization: "Bearer very-secret-token",
  });
  const text = JSON.stringify(await scene.theDelivery());
  expect(text).not.toContain("very-secret-token");
  expect(text).not.toContain("berlin-1");
});

test("an answer with NUL characters does not break the log", async () => {
  await using receiver = await startReceiver(() => ({ status: 200, body: "a\0b" }));
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  expect((await scene.theDelivery()).attemptLog[0]?.response?.body).toBe("a\ufffdb");
});

test("a delivery whose worker died falls due again when its lease ends", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  const lease = sql`UPDATE delivery_queue SET lease_id = 'dead', leased_until = now() + interval '20 seconds'
    WHERE merchant_id = ${scene.ctx.merchantId}`;
  await db().execute(lease);
  await scene.drain();
  expect(receiver.received).toHaveLength(0);
  await db().execute(
    sql`UPDATE delivery_queue SET leased_until = now() WHERE merchant_id = ${scene.ctx.merchantId}`,
  );
  await scene.drain();
  expect(await scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 1 });
});
