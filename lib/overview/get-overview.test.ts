import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { deliveryQueue } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { resumeWebhook } from "#lib/webhooks/resume-webhook.ts";
import { retryWaiting } from "../deliveries/retry-waiting.ts";
import { startReceiver } from "../deliveries/testing/receiver.ts";
import { setScene } from "../deliveries/testing/scene.ts";
import { getOverview } from "./get-overview.ts";
import { overviewDto } from "./overview-schema.ts";

test("a new merchant has nothing, and nothing that needs anyone", async () => {
  const overview = await getOverview({ ctx: await createTestMerchant() });
  expect(overview).toMatchObject({
    webhooks: 0,
    switchedOff: 0,
    unwell: [],
    last24h: { events: 0, eventsToNowhere: 0, delivered: 0, p95Ms: null },
  });
});

test("what arrived is counted, and a destination that is well needs nobody", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders(3);
  await scene.drain();
  const overview = await getOverview({ ctx: scene.ctx });
  expect(overviewDto.parse(overview)).toMatchObject({ webhooks: 1, unwell: [] });
  expect(overview.last24h).toMatchObject({
    events: 3,
    eventsToNowhere: 0,
    delivered: 3,
    failed: 0,
    pending: 0,
  });
  expect(overview.last24h.p95Ms).not.toBeNull();
});

test("a destination that fails is named with what it answered and what waits for it", async () => {
  await using receiver = await startReceiver(() => ({ status: 401 }));
  const scene = await setScene({ url: receiver.url, description: "Till" });
  await scene.sendOrders(2);
  await scene.drain();
  const overview = overviewDto.parse(await getOverview({ ctx: scene.ctx }));
  expect(overview.unwell).toMatchObject([
    {
      webhookId: scene.webhook.id,
      description: "Till",
      status: "active",
      failureCode: "http_status",
      statusCode: 401,
      waiting: 2,
    },
  ]);
  expect((await getOverview({ ctx: await createTestMerchant() })).unwell).toEqual([]);
});

test("a destination that said it is gone needs someone; a deleted one does not", async () => {
  await using receiver = await startReceiver(() => ({ status: 410 }));
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  const gone = [{ status: "disabled", disabledReason: "gone", failureCode: "gone", statusCode: 410 }];
  expect((await getOverview({ ctx: scene.ctx })).unwell).toMatchObject(gone);
  await deleteWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  expect(await getOverview({ ctx: scene.ctx })).toMatchObject({ webhooks: 0, unwell: [] });
});

test("a paused webhook is counted apart, even if it failed before, and what happens meanwhile is held", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  expect(await getOverview({ ctx: scene.ctx })).toMatchObject({
    switchedOff: 0,
    unwell: [{ status: "active" }],
  });
  await pauseWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  await scene.sendOrders(2);
  const overview = overviewDto.parse(await getOverview({ ctx: scene.ctx }));
  expect(overview).toMatchObject({ webhooks: 1, switchedOff: 1, unwell: [] });
  expect(overview.last24h).toMatchObject({ held: 3, eventsToNowhere: 0 });
});

test("what is held is told once less than three days of its time are left, and no stranger is told", async () => {
  const scene = await setScene({ url: "https://pos.example.com/hooks", description: "Till" });
  await pauseWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  await scene.sendOrders(2);
  const soonOver = async (ctx = scene.ctx) => overviewDto.parse(await getOverview({ ctx })).heldSoonOver;
  const pausedDaysAgo = async (days: number) => {
    const ago = sql`now() - make_interval(days => ${days}::int) - interval '1 minute'`;
    await db()
      .update(destinations)
      .set({ stateSince: sql`${ago}` })
      .where(eq(destinations.id, scene.webhook.id));
    await db()
      .update(deliveryQueue)
      .set({ eventAt: sql`${ago}` })
      .where(eq(deliveryQueue.destinationId, scene.webhook.id));
  };
  expect(await soonOver()).toEqual([]);
  await pausedDaysAgo(10);
  expect(await soonOver()).toEqual([]);
  await pausedDaysAgo(11);
  const [only, ...others] = await soonOver();
  expect(others).toEqual([]);
  expect(only).toMatchObject({ webhookId: scene.webhook.id, description: "Till", status: "paused", held: 2 });
  const leftMs = Date.parse(only?.heldUntil ?? "") - Date.now();
  expect(leftMs).toBeGreaterThan(2 * 24 * 60 * 60 * 1_000);
  expect(leftMs).toBeLessThan(3 * 24 * 60 * 60 * 1_000);
  expect(await soonOver(await createTestMerchant())).toEqual([]);
  await resumeWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  expect(await soonOver()).toEqual([]);
});

test("how fast endpoints answer is told from what arrived, not from what failed", async () => {
  await using receiver = await startReceiver(() => ({ status: 302, headers: { location: "/moved" } }));
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  const { last24h } = await getOverview({ ctx: scene.ctx });
  expect(last24h).toMatchObject({ delivered: 0, failed: 1, p95Ms: null });
});

test("orders that failed once and wait are told, though the webhook has accepted others since", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url, description: "Till", retrySchedule: [600, 600] });
  await scene.sendOrders(3);
  await scene.drain();
  receiver.answerWith(() => ({ status: 204 }));
  await scene.sendOrders();
  await scene.drain();
  const overview = overviewDto.parse(await getOverview({ ctx: scene.ctx }));
  expect(overview.unwell).toEqual([]);
  expect(overview.retrying).toMatchObject([
    { webhookId: scene.webhook.id, description: "Till", deliveries: 3, orders: 1 },
  ]);
  expect(Date.parse(overview.retrying[0]?.nextAttemptAt ?? "")).toBeGreaterThan(Date.now());
  expect((await getOverview({ ctx: await createTestMerchant() })).retrying).toEqual([]);

  expect(await retryWaiting({ ctx: scene.ctx, input: { webhookId: scene.webhook.id } })).toEqual({
    retried: 3,
  });
  await scene.drain();
  const after = await getOverview({ ctx: scene.ctx });
  expect(after).toMatchObject({ retrying: [], last24h: { delivered: 4, pending: 0 } });
});
