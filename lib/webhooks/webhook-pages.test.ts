import { describe, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { checkWebhookUrl } from "./check-webhook-url.ts";
import { getWebhookSummary } from "./get-webhook-summary.ts";
import { listWebhookLogs } from "./list-webhook-logs.ts";
import { listWebhooks } from "./list-webhooks.ts";
import { pauseWebhook } from "./pause-webhook.ts";
import { resumeWebhook } from "./resume-webhook.ts";
import { updateWebhook } from "./update-webhook.ts";

test("a webhook that fails is found as failing and as active, until it is paused", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const { ctx, webhook, sendOrders, drain } = await setScene({ url: receiver.url });
  const totals = async () => {
    const statuses = ["failing", "active", "paused", "disabled"] as const;
    const pages = await Promise.all(statuses.map((status) => listWebhooks({ ctx, input: { status } })));
    return pages.map((page) => page.data.length);
  };
  expect(await totals()).toEqual([0, 1, 0, 0]);
  await sendOrders();
  await drain();
  expect(await totals()).toEqual([1, 1, 0, 0]);
  await pauseWebhook({ ctx, input: { id: webhook.id } });
  expect(await totals()).toEqual([0, 0, 1, 0]);
});

test("one that was switched off by hand is found as paused, too", async () => {
  const { ctx, webhook } = await setScene({ url: "https://pos.example.com/hooks" });
  await updateWebhook({ ctx, input: { id: webhook.id, status: "disabled" } });
  for (const status of ["paused", "disabled"] as const) {
    expect((await listWebhooks({ ctx, input: { status } })).data).toMatchObject([{ id: webhook.id }]);
  }
});

test("the summary counts what waits and, once it is paused, what is held and until when", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const { ctx, webhook, sendOrders, drain, deliveries } = await setScene({ url: receiver.url });
  await sendOrders(2);
  await drain();
  const input = { id: webhook.id };
  expect((await getWebhookSummary({ ctx, input })).last24h).toMatchObject({
    attempts: 2,
    pending: 2,
    held: 0,
  });
  const paused = await pauseWebhook({ ctx, input });
  const summary = await getWebhookSummary({ ctx, input });
  expect(summary.last24h).toMatchObject({ pending: 0, held: 2 });
  // What waited before is held since the pause, and what is accepted later since then.
  const atFirst = daysAfter(paused.pausedAt, 14);
  expect(summary.heldUntil).toBe(atFirst);
  await sendOrders();
  const untils = (await deliveries()).map((delivery) => delivery.heldUntil ?? "").sort();
  expect(untils.slice(0, 2)).toEqual([atFirst, atFirst]);
  expect(Date.parse(untils[2] ?? "")).toBeGreaterThan(Date.parse(atFirst));
  await resumeWebhook({ ctx, input });
  expect((await getWebhookSummary({ ctx, input })).heldUntil).toBeNull();
  expect(summary).not.toHaveProperty("secret");
});

function daysAfter(at: string | null, days: number): string {
  return new Date(Date.parse(at ?? "") + days * 24 * 60 * 60 * 1_000).toISOString();
}

test("another merchant has no summary of it", async () => {
  const { webhook } = await setScene({ url: "https://pos.example.com/hooks" });
  const stranger = await createTestMerchant();
  await expect(getWebhookSummary({ ctx: stranger, input: { id: webhook.id } })).rejects.toMatchObject({
    status: 404,
  });
});

test("the log is searched by event, delivery, attempt and the event's own text", async () => {
  await using receiver = await startReceiver();
  const { ctx, webhook, sendOrders, drain, deliveries } = await setScene({ url: receiver.url });
  const [eventId] = await sendOrders(2);
  await drain();
  const found = async (search: string) => {
    const { data } = await listWebhookLogs({ ctx, input: { id: webhook.id, search } });
    return data.map((attempt) => attempt.eventId);
  };
  const delivery = (await deliveries()).find((candidate) => candidate.eventId === eventId);
  expect(await found(eventId ?? "")).toEqual([eventId]);
  expect(await found(delivery?.id ?? "")).toEqual([eventId]);
  expect(await found(orderPaid.example.number)).toHaveLength(2);
  expect(await found("%")).toEqual([]);
});

test("each row of a webhook's log tells which order it was about", async () => {
  await using receiver = await startReceiver(() => ({ status: 200 }));
  const { ctx, webhook, sendOrders, drain } = await setScene({ url: receiver.url });
  await sendOrders();
  await drain();
  const { data } = await listWebhookLogs({ ctx, input: { id: webhook.id } });
  expect(data[0]?.summary).toMatch(new RegExp(`^Order ${orderPaid.example.number} · `));
});

test("only the last attempt of a delivery that waits has its next one ahead", async () => {
  let status = 500;
  await using receiver = await startReceiver(() => ({ status }));
  const { ctx, webhook, sendOrders, drain, theDelivery } = await setScene({ url: receiver.url });
  const planned = async () => {
    const { data } = await listWebhookLogs({ ctx, input: { id: webhook.id, eventType: "order.paid" } });
    return data.map((attempt) => attempt.isNextPlanned);
  };
  await sendOrders();
  await drain();
  expect(await planned()).toEqual([true]);

  const { id } = await theDelivery();
  await retryDelivery({ ctx, input: { id } });
  expect(await planned()).toEqual([false]);
  await drain();
  expect(await planned()).toEqual([true, false]);

  status = 200;
  await retryDelivery({ ctx, input: { id } });
  await drain();
  expect(await planned()).toEqual([false, false, false]);
});

describe("a URL, before it is saved", () => {
  test.each([
    ["https://203.0.113.1/hooks", "refused"],
    ["https://10.0.0.1/hooks", "refused"],
    ["https://pos.invalid/hooks", "unresolved"],
    ["http://localhost:9/hooks", "ok"],
  ])("%s is %s", async (url, verdict) => {
    const ctx = await createTestMerchant();
    expect(await checkWebhookUrl({ ctx, input: { url } })).toMatchObject({ verdict });
  });

  test("is judged only for those who may save it", async () => {
    const owner = await createTestMerchant();
    const viewer = { ...owner, actor: { kind: "user", id: "usr_1", role: "viewer" } } as const;
    await expect(
      checkWebhookUrl({ ctx: viewer, input: { url: "https://pos.example.com" } }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
