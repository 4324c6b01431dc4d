import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";
import { getDelivery } from "./get-delivery.ts";
import { retryDelivery } from "./retry-delivery.ts";
import { startReceiver } from "./testing/receiver.ts";
import { setScene } from "./testing/scene.ts";

/** A delivery that has failed for good at a receiver that accepts from now on. */
async function failThenMend() {
  const receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [] });
  await scene.sendOrders();
  await scene.drain();
  receiver.answerWith(() => ({ status: 204 }));
  return { receiver, scene, delivery: await scene.theDelivery() };
}

test("a failed delivery is sent again by hand and then delivered, under the same webhook-id", async () => {
  const { receiver, scene, delivery } = await failThenMend();
  await using _ = receiver;
  expect(delivery.status).toBe("failed");

  const retried = await retryDelivery({ ctx: scene.ctx, input: { id: delivery.id } });
  expect(retried).toMatchObject({ status: "pending", completedAt: null });
  await scene.drain();

  const after = await scene.theDelivery();
  expect(after).toMatchObject({ status: "delivered", attempts: 2 });
  expect(after.attemptLog.map((attempt) => [attempt.number, attempt.trigger, attempt.outcome])).toEqual([
    [1, "schedule", "failed"],
    [2, "manual", "delivered"],
  ]);
  expect(new Set(receiver.received.map((request) => request.headers["webhook-id"])).size).toBe(1);
});

test("a retry that fails at the schedule's end fails the delivery again", async () => {
  const { receiver, scene, delivery } = await failThenMend();
  await using _ = receiver;
  receiver.answerWith(() => ({ status: 502 }));
  await retryDelivery({ ctx: scene.ctx, input: { id: delivery.id } });
  await scene.drain();
  expect(await scene.theDelivery()).toMatchObject({
    status: "failed",
    attempts: 2,
    lastAttempt: { statusCode: 502 },
  });
});

test("a delivery that has arrived can be sent once more", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  await scene.drain();
  const { id } = await scene.theDelivery();
  await retryDelivery({ ctx: scene.ctx, input: { id } });
  await scene.drain();
  expect(receiver.received).toHaveLength(2);
  expect(await scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 2 });
});

test("a delivery that is being sent right now is not sent a second time at once: 409", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders();
  const { id } = await scene.theDelivery();
  await db().execute(
    sql`UPDATE delivery_queue SET lease_id = 'busy', leased_until = now() + interval '1 minute' WHERE delivery_id = ${id}`,
  );
  await expect(retryDelivery({ ctx: scene.ctx, input: { id } })).rejects.toMatchObject({
    status: 409,
    code: "delivery_in_flight",
  });
  expect(await scene.theDelivery()).toMatchObject({ isInFlight: true, status: "pending" });
});

test("nothing is sent to a webhook that is off or deleted: 409 says which, and the delivery stays as it was", async () => {
  const { receiver, scene, delivery } = await failThenMend();
  await using _ = receiver;
  const retry = () => retryDelivery({ ctx: scene.ctx, input: { id: delivery.id } });

  await updateWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id, status: "disabled" } });
  await expect(retry()).rejects.toMatchObject({ status: 409, code: "webhook_disabled" });
  expect((await scene.theDelivery()).destination.state).toBe("disabled");

  await deleteWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  await expect(retry()).rejects.toMatchObject({ status: 409, code: "webhook_deleted" });
  expect(await scene.theDelivery()).toMatchObject({ status: "failed", destination: { state: "deleted" } });
  expect(receiver.received).toHaveLength(1);
});

test("another merchant's delivery is not there, and a viewer may not retry", async () => {
  const { receiver, scene, delivery } = await failThenMend();
  await using _ = receiver;
  const stranger = await createTestMerchant();
  const input = { id: delivery.id };
  await expect(retryDelivery({ ctx: stranger, input })).rejects.toMatchObject({ status: 404 });
  const viewer = { ...scene.ctx, actor: { kind: "user", id: "usr_viewer", role: "viewer" } } as const;
  await expect(retryDelivery({ ctx: viewer, input })).rejects.toMatchObject({ status: 403 });
  expect((await getDelivery({ ctx: scene.ctx, input })).status).toBe("failed");
});

test("a try by hand that fails leaves the schedule as it was: the same next time, the same attempts to come", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [300, 600] });
  await scene.sendOrders();
  await scene.drain();
  const before = await scene.theDelivery();
  await retryDelivery({ ctx: scene.ctx, input: { id: before.id } });
  await scene.drain();
  const after = await scene.theDelivery();
  expect(after).toMatchObject({ status: "pending", attempts: 2, nextAttemptAt: before.nextAttemptAt });
  for (const attempts of [3, 4]) {
    await db().execute(sql`UPDATE delivery_queue SET due_at = now() WHERE delivery_id = ${before.id}`);
    await scene.drain();
    expect((await scene.theDelivery()).attempts).toBe(attempts);
  }
  expect(await scene.theDelivery()).toMatchObject({ status: "failed" });
});
