import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";
import { cancelOrphans } from "./destination-state.ts";

test("switching a webhook off and on while it fails never ends in a deadlock", async () => {
  await using receiver = await startReceiver(() => ({ status: 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [1] });
  for (let round = 0; round < 6; round += 1) {
    await scene.sendOrders(60);
    const change = (status: "active" | "disabled") =>
      updateWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id, status } });
    await Promise.all([scene.drain(), change("disabled")]);
    await change("active");
  }
  const inOrder = (await scene.deliveries()).every((delivery) => delivery.status !== "cancelled");
  expect(inOrder).toBe(true);
});

test("senders of the same ids in different order do not block each other", async () => {
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  for (let round = 0; round < 10; round += 1) {
    const ids = Array.from({ length: 30 }, (_, index) => `r${round}-${index}`);
    const send = (order: string[]) =>
      acceptEvents({
        ctx: scene.ctx,
        input: order.map((id) => ({ id, type: "order.paid", data: orderPaid.example })),
      });
    const [a, b] = await Promise.all([send(ids), send(ids.toReversed())]);
    const fresh = [...a.data, ...b.data].filter((event) => !event.duplicate);
    expect(fresh).toHaveLength(30);
  }
});

test("a delivery accepted in the moment in which its webhook was deleted does not wait forever", async () => {
  const scene = await setScene({ url: "https://pos.example.com/hook" });
  await scene.sendOrders();
  await db().execute(
    sql`UPDATE destinations SET state = 'disabled', deleted_at = now() WHERE id = ${scene.webhook.id}`,
  );
  expect(await cancelOrphans()).toBe(1);
  expect(await scene.theDelivery()).toMatchObject({ status: "cancelled" });
});
