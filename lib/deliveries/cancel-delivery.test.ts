import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { cancelDelivery } from "./cancel-delivery.ts";
import { retryDelivery } from "./retry-delivery.ts";
import { startReceiver } from "./testing/receiver.ts";
import { setScene } from "./testing/scene.ts";

test("a delivery that waits is cancelled and never sent, even when its time would have come", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  const { id } = await scene.theDelivery();

  expect(await cancelDelivery({ ctx: scene.ctx, input: { id } })).toMatchObject({
    status: "cancelled",
    nextAttemptAt: null,
  });
  await db().execute(sql`UPDATE delivery_queue SET due_at = now() WHERE delivery_id = ${id}`);
  await scene.drain();

  expect(receiver.received).toHaveLength(1);
  expect(await scene.theDelivery()).toMatchObject({ status: "cancelled", attempts: 1 });
});

test("an attempt under way when it is cancelled is logged, and nothing follows it", async () => {
  let answer = () => {};
  await using receiver = await startReceiver((_, response) => {
    answer = () => response.writeHead(500).end();
    return "hang";
  });
  const scene = await setScene({ url: receiver.url, retrySchedule: [1, 1] });
  await scene.sendOrders();
  const { id } = await scene.theDelivery();
  const draining = scene.drain();
  await expect.poll(() => receiver.received.length).toBe(1);
  await cancelDelivery({ ctx: scene.ctx, input: { id } });
  answer();
  await draining;

  const after = await scene.theDelivery();
  expect(after).toMatchObject({ status: "cancelled", nextAttemptAt: null });
  expect(after.attemptLog).toHaveLength(1);
  expect(after.attemptLog[0]?.statusCode).toBe(500);
});

test("a delivery that has ended cannot be cancelled: 409", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  const input = { id: (await scene.theDelivery()).id };
  const refusal = { status: 409, code: "delivery_ended" };
  await expect(cancelDelivery({ ctx: scene.ctx, input })).rejects.toMatchObject(refusal);
  expect((await scene.theDelivery()).status).toBe("delivered");
});

test("a cancelled delivery can still be sent by hand", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  const input = { id: (await scene.theDelivery()).id };
  await cancelDelivery({ ctx: scene.ctx, input });
  await retryDelivery({ ctx: scene.ctx, input });
  await scene.drain();
  expect(await scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 1 });
});

test("another merchant's delivery is not there", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  const { id } = await scene.theDelivery();
  const stranger = await createTestMerchant();
  await expect(cancelDelivery({ ctx: stranger, input: { id } })).rejects.toMatchObject({ status: 404 });
  expect((await scene.theDelivery()).status).toBe("pending");
});
