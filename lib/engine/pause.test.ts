import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { getWebhookSummary } from "#lib/webhooks/get-webhook-summary.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { resumeWebhook } from "#lib/webhooks/resume-webhook.ts";
import { endHeld } from "./end-held.ts";

type Scene = Awaited<ReturnType<typeof setScene>>;
const createInput = ({ ctx, webhook }: Scene) => ({ ctx, input: { id: webhook.id } });

/** Accepts orders, a hundred a call. @returns their ids in the order of acceptance */
async function sendNumbered({ ctx }: Scene, total: number): Promise<string[]> {
  const ids = Array.from({ length: total }, (_, index) => `order-${total - index}`);
  for (let from = 0; from < total; from += 100) {
    const input = ids
      .slice(from, from + 100)
      .map((id) => ({ id, type: "order.paid", data: orderPaid.example }));
    await acceptEvents({ ctx, input });
  }
  return ids;
}

const arrivedAt = (receiver: Awaited<ReturnType<typeof startReceiver>>) =>
  receiver.received.map((request) => request.headers["webhook-id"]);

test("pause, 1,000 events, resume: 1,000 arrive, in the order of acceptance, none while paused", {
  timeout: 120_000,
}, async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  expect(await pauseWebhook(createInput(scene))).toMatchObject({ status: "paused" });
  const ids = await sendNumbered(scene, 1_000);
  await scene.drain();
  expect(receiver.received).toHaveLength(0);
  expect((await scene.deliveries()).every(({ status }) => status === "held")).toBe(true);
  expect((await getWebhookSummary(createInput(scene))).last24h).toMatchObject({ held: 1_000, pending: 0 });

  await resumeWebhook(createInput(scene));
  await vi.waitFor(
    async () => {
      await scene.drain();
      expect(receiver.received.length).toBeGreaterThanOrEqual(1_000);
    },
    { timeout: 100_000, interval: 10 },
  );
  expect(arrivedAt(receiver)).toEqual(ids);
});

test("once the backlog has gone out, many go at a time again", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await pauseWebhook(createInput(scene));
  await scene.sendOrders(3);
  await resumeWebhook(createInput(scene));
  await scene.drain();
  await scene.sendOrders(1);
  await scene.drain();
  const [row] = await db().execute(
    sql`SELECT ordered_until FROM destinations WHERE id = ${scene.webhook.id}`,
  );
  expect(receiver.received).toHaveLength(4);
  expect(row?.ordered_until).toBeNull();
});

test("what fails while the backlog goes out does not hold up the rest, and is tried again later", async () => {
  await using receiver = await startReceiver((request) => ({
    status: request.headers["webhook-id"] === "order-2" ? 500 : 204,
  }));
  const scene = await setScene({ url: receiver.url });
  await pauseWebhook(createInput(scene));
  const ids = await sendNumbered(scene, 3);
  await resumeWebhook(createInput(scene));
  await scene.drain();
  expect(arrivedAt(receiver)).toEqual(ids);
  expect((await scene.deliveries()).map(({ status }) => status).sort()).toEqual([
    "delivered",
    "delivered",
    "pending",
  ]);
});

test("what was to be tried again later is sent with the rest when the webhook is resumed", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [3_600] });
  await scene.sendOrders(1);
  await scene.drain();
  await pauseWebhook(createInput(scene));
  receiver.answerWith(() => ({ status: 204 }));
  await resumeWebhook(createInput(scene));
  await scene.drain();
  expect(await scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 2 });
});

test("what has been held for as long as Patchbay holds fails, with a code of its own, and only that", async () => {
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  await pauseWebhook(createInput(scene));
  await scene.sendOrders(2);
  const { heldUntil } = await getWebhookSummary(createInput(scene));
  const days = (Date.parse(heldUntil ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(13.9);
  expect(days).toBeLessThanOrEqual(14);

  expect(await endHeld()).toBe(0);
  await db().execute(
    sql`UPDATE destinations SET state_since = now() - interval '15 days' WHERE id = ${scene.webhook.id}`,
  );
  expect(await endHeld()).toBe(0);
  await db().execute(sql`
    UPDATE delivery_queue SET event_at = now() - interval '15 days'
    WHERE delivery_id = (SELECT min(delivery_id) FROM delivery_queue WHERE destination_id = ${scene.webhook.id})`);
  expect(await endHeld()).toBe(1);
  const deliveries = await scene.deliveries();
  expect(deliveries.map(({ status }) => status).sort()).toEqual(["failed", "held"]);
  const ended = deliveries.find(({ status }) => status === "failed");
  expect(ended?.lastAttempt).toMatchObject({ failureCode: "held_too_long" });
  expect(ended?.lastAttempt?.message).toMatch(/held for 14 days/);
});

test("pausing twice and resuming twice change nothing more", async () => {
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  const first = await pauseWebhook(createInput(scene));
  expect((await pauseWebhook(createInput(scene))).pausedAt).toBe(first.pausedAt);
  await resumeWebhook(createInput(scene));
  expect(await resumeWebhook(createInput(scene))).toMatchObject({ status: "active", pausedAt: null });
});
