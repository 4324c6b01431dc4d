import { expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";
import { retryWaiting } from "./retry-waiting.ts";
import { startReceiver } from "./testing/receiver.ts";
import { setScene } from "./testing/scene.ts";

/** A webhook that refused two orders, whose next attempts are ten minutes away. */
async function setLateOrders() {
  const receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [600, 600] });
  await scene.sendOrders(2);
  await scene.drain();
  return { receiver, scene, input: { webhookId: scene.webhook.id } };
}

test("an attempt that fails again leaves each delivery at the time that was planned", async () => {
  const { receiver, scene, input } = await setLateOrders();
  await using _ = receiver;
  const planned = (await scene.deliveries()).map(({ nextAttemptAt }) => nextAttemptAt);
  expect(await retryWaiting({ ctx: scene.ctx, input })).toEqual({ retried: 2 });
  await scene.drain();
  expect(receiver.received).toHaveLength(4);
  const after = await scene.deliveries();
  expect(after.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual(planned);
  expect(after.map(({ attempts }) => attempts)).toEqual([2, 2]);
});

test("what was never tried keeps its place, and another merchant's webhook is not found", async () => {
  const { receiver, scene, input } = await setLateOrders();
  await using _ = receiver;
  await scene.sendOrders(1);
  expect(await retryWaiting({ ctx: scene.ctx, input })).toEqual({ retried: 2 });
  const stranger = await createTestMerchant();
  await expect(retryWaiting({ ctx: stranger, input })).rejects.toMatchObject({ status: 404 });
});

test("a webhook that is off says so, and nothing is made due", async () => {
  const { receiver, scene, input } = await setLateOrders();
  await using _ = receiver;
  await updateWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id, status: "disabled" } });
  await expect(retryWaiting({ ctx: scene.ctx, input })).rejects.toMatchObject({ code: "webhook_disabled" });
});
