import { describe, expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { zapierEndpoints } from "#lib/api/zapier.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { Scope } from "#lib/auth/permissions.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { drainDeliveries } from "#lib/destinations/drain.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { handle } from "#lib/transport/handle.ts";
import { callRoute } from "#lib/transport/testing.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { getWebhook } from "#lib/webhooks/get-webhook.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";
import { listHooks } from "./list-hooks.ts";
import { subscribeHook } from "./subscribe-hook.ts";
import { unsubscribeHook } from "./unsubscribe-hook.ts";

const targetUrl = "https://hooks.zapier.com/hooks/standard/1/2/";
const eventType = "order.paid";

async function sendOrder(ctx: Ctx): Promise<void> {
  await acceptEvents({ ctx, input: { type: eventType, data: orderPaid.example } });
  await drainDeliveries({ budgetMs: 60_000 });
}

async function listAllHooks(ctx: Ctx) {
  return (await listHooks({ ctx, input: {} })).data;
}

describe("subscribing", () => {
  test("makes a webhook that says whose it is", async () => {
    const ctx = await createTestMerchant();
    const { id } = await subscribeHook({ ctx, input: { targetUrl, eventType, zapId: "77" } });
    expect(await getWebhook({ ctx, input: { id } })).toMatchObject({
      url: targetUrl,
      eventTypes: [eventType],
      description: "Zapier: Order paid",
      origin: "zapier",
      status: "active",
    });
    expect(await listAllHooks(ctx)).toMatchObject([
      { id, targetUrl, eventType, zapId: "77", status: "active" },
    ]);
  });

  test("takes the address under Zapier's other name for it", async () => {
    const ctx = await createTestMerchant();
    await subscribeHook({ ctx, input: { hookUrl: targetUrl, eventType } });
    expect(await listAllHooks(ctx)).toMatchObject([{ targetUrl, zapId: null }]);
  });

  test("again with the same address and event is the same hook, also ten times at once", async () => {
    const ctx = await createTestMerchant();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => subscribeHook({ ctx, input: { targetUrl, eventType } })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await listAllHooks(ctx)).toHaveLength(1);
  });

  test("another event, or another merchant, is another hook", async () => {
    const [ctx, other] = [await createTestMerchant(), await createTestMerchant()];
    const first = await subscribeHook({ ctx, input: { targetUrl, eventType } });
    const second = await subscribeHook({ ctx, input: { targetUrl, eventType: "order.placed" } });
    const third = await subscribeHook({ ctx: other, input: { targetUrl, eventType } });
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
  });

  test("a webhook of a person's at the same address is left alone", async () => {
    const ctx = await createTestMerchant();
    const own = await createWebhook({ ctx, input: { url: targetUrl, eventTypes: [eventType] } });
    expect((await subscribeHook({ ctx, input: { targetUrl, eventType } })).id).not.toBe(own.id);
  });

  test("again resumes a hook that was paused", async () => {
    const ctx = await createTestMerchant();
    const { id } = await subscribeHook({ ctx, input: { targetUrl, eventType } });
    const { pausedAt } = await pauseWebhook({ ctx, input: { id } });
    expect(await listAllHooks(ctx)).toMatchObject([{ id, status: "paused", pausedAt }]);
    expect(await subscribeHook({ ctx, input: { targetUrl, eventType } })).toEqual({ id });
    expect(await listAllHooks(ctx)).toMatchObject([{ id, status: "active" }]);
  });

  test.each([
    ["no address", { eventType }, "targetUrl"],
    ["two addresses", { targetUrl, hookUrl: targetUrl, eventType }, "targetUrl"],
    ["a private address", { targetUrl: "https://10.0.0.1/", eventType }, "targetUrl"],
    ["a private address by its other name", { hookUrl: "https://10.0.0.1/", eventType }, "hookUrl"],
    ["an unknown event", { targetUrl, eventType: "order.eaten" }, "eventType"],
    ["all events at once", { targetUrl, eventType: "*" }, "eventType"],
    ["an unknown field", { targetUrl, eventType, colour: "red" }, "colour"],
  ])("%s is refused with its path", async (_, input, path) => {
    const ctx = await createTestMerchant();
    const refusal = await subscribeHook({ ctx, input }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422, fieldErrors: [{ path }] });
  });
});

describe("a Zap's hook", () => {
  test("stands in the log and can be sent to again, as any webhook's", async () => {
    await using receiver = await startReceiver();
    const ctx = await createTestMerchant();
    const { id } = await subscribeHook({ ctx, input: { targetUrl: receiver.url, eventType } });
    await sendOrder(ctx);
    expect((await listWebhookLogs({ ctx, input: { id } })).data).toMatchObject([{ outcome: "delivered" }]);
    const [delivery] = (await listDeliveries({ ctx, input: {} })).data;
    await retryDelivery({ ctx, input: { id: delivery?.id ?? "" } });
    await drainDeliveries({ budgetMs: 60_000 });
    expect(receiver.received).toHaveLength(2);
  });

  test("keeps its address and its event, and lets the rest be changed", async () => {
    const ctx = await createTestMerchant();
    const { id } = await subscribeHook({ ctx, input: { targetUrl, eventType } });
    const owned = { status: 409, code: "owned_by_app" };
    await expect(updateWebhook({ ctx, input: { id, url: "https://a.example/" } })).rejects.toMatchObject(
      owned,
    );
    await expect(updateWebhook({ ctx, input: { id, eventTypes: ["*"] } })).rejects.toMatchObject(owned);
    const input = { id, url: targetUrl, eventTypes: [eventType], timeoutMs: 5_000 };
    expect(await updateWebhook({ ctx, input })).toMatchObject({ timeoutMs: 5_000 });
  });

  test.each(["an event", "a test send"])("is unsubscribed when Zapier answers 410 to %s", async (what) => {
    await using receiver = await startReceiver(() => ({ status: 500 }));
    const ctx = await createTestMerchant();
    const { id } = await subscribeHook({ ctx, input: { targetUrl: receiver.url, eventType } });
    await sendOrder(ctx);
    receiver.answerWith(() => ({ status: 410 }));
    if (what === "an event") await sendOrder(ctx);
    else await testWebhook({ ctx, input: { id } });

    expect(await listAllHooks(ctx)).toEqual([]);
    await expect(getWebhook({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
    const before = receiver.received.length;
    await sendOrder(ctx);
    expect(receiver.received).toHaveLength(before);
    const statuses = (await listDeliveries({ ctx, input: {} })).data.map(({ status }) => status);
    expect(statuses).toContain("cancelled");
    expect(statuses).not.toContain("held");
    expect(statuses).not.toContain("pending");
    expect(await unsubscribeHook({ ctx, input: { id } })).toEqual({ id });
  });

  test("that ended can be subscribed again, under a new id", async () => {
    const ctx = await createTestMerchant();
    const first = await subscribeHook({ ctx, input: { targetUrl, eventType } });
    await unsubscribeHook({ ctx, input: first });
    const second = await subscribeHook({ ctx, input: { targetUrl, eventType } });
    expect(second.id).not.toBe(first.id);
    expect(await listAllHooks(ctx)).toHaveLength(1);
  });
});

describe("unsubscribing", () => {
  test("is done once, and no error the second time, nor after a person deleted the webhook", async () => {
    const ctx = await createTestMerchant();
    const [a, b] = [
      await subscribeHook({ ctx, input: { targetUrl, eventType } }),
      await subscribeHook({ ctx, input: { targetUrl, eventType: "order.placed" } }),
    ];
    await deleteWebhook({ ctx, input: b });
    for (const hook of [a, a, b]) expect(await unsubscribeHook({ ctx, input: hook })).toEqual(hook);
    expect(await listAllHooks(ctx)).toEqual([]);
  });

  test("another merchant's hook is 404 and stays, ended or not", async () => {
    const [ctx, stranger] = [await createTestMerchant(), await createTestMerchant()];
    const hook = await subscribeHook({ ctx, input: { targetUrl, eventType } });
    await expect(unsubscribeHook({ ctx: stranger, input: hook })).rejects.toMatchObject({ status: 404 });
    expect(await listAllHooks(ctx)).toHaveLength(1);
    expect(await listAllHooks(stranger)).toEqual([]);
    await unsubscribeHook({ ctx, input: hook });
    await expect(unsubscribeHook({ ctx: stranger, input: hook })).rejects.toMatchObject({ status: 404 });
  });

  test("a webhook that no Zap subscribed is 404 and stays", async () => {
    const ctx = await createTestMerchant();
    const { id } = await createWebhook({ ctx, input: { url: targetUrl, eventTypes: ["*"] } });
    await expect(unsubscribeHook({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
    expect(await getWebhook({ ctx, input: { id } })).toMatchObject({ status: "active", origin: null });
  });
});

describe("the keys of the routes", () => {
  const body = { targetUrl, eventType };
  const calls = [
    [zapierEndpoints.getZapierAccount, "read", 200],
    [zapierEndpoints.listZapierHooks, "read", 200],
    [zapierEndpoints.listZapierSamples, "read", 200],
    [zapierEndpoints.subscribeZapierHook, "webhooks:write", 201],
    [zapierEndpoints.unsubscribeZapierHook, "webhooks:write", 404],
  ] as const;

  test.each(calls)(
    "$path opens with its permission and with no other",
    async (endpoint, permission, status) => {
      const ctx = await createTestMerchant();
      const call = async (scopes: readonly Scope[]) =>
        callRoute(handle(endpoint), {
          method: endpoint.method,
          path: endpoint.path,
          key: await createTestApiKey(ctx, scopes),
          params: endpoint.path.endsWith("{id}") ? { id: "wh_none" } : samplesParams(endpoint.path),
          body: endpoint.method === "POST" ? body : undefined,
        });
      expect((await call([permission])).status).toBe(status);
      const other = permission === "read" ? "webhooks:write" : "read";
      expect((await call([other])).status).toBe(403);
    },
  );

  test("the list goes on where a page ended", async () => {
    const ctx = await createTestMerchant();
    for (const type of ["order.paid", "order.placed", "qr.scanned"]) {
      await subscribeHook({ ctx, input: { targetUrl, eventType: type } });
    }
    const first = await listHooks({ ctx, input: { limit: 2 } });
    const second = await listHooks({ ctx, input: { limit: 2, cursor: first.nextCursor ?? undefined } });
    expect([...first.data, ...second.data].map((hook) => hook.eventType)).toEqual([
      "qr.scanned",
      "order.placed",
      "order.paid",
    ]);
    expect(second.nextCursor).toBeNull();
  });
});

function samplesParams(path: string): Record<string, string> {
  return path.endsWith("{eventType}") ? { eventType } : {};
}
