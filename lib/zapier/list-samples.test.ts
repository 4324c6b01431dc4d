import { expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";
import { listSamples } from "./list-samples.ts";

const input = { eventType: "order.paid" };
const exampleIds = ["evt_example_order_paid"];

test("are the merchant's newest three of that type, newest first", async () => {
  const ctx = await createTestMerchant();
  for (const number of ["1", "2", "3", "4"]) {
    const data = { ...orderPaid.example, number };
    await acceptEvents({ ctx, input: { id: `order-${number}`, type: "order.paid", data } });
  }
  await acceptEvents({ ctx, input: { type: "order.placed", data: orderPlaced.example } });
  const samples = await listSamples({ ctx, input });
  expect(samples.map(({ id, data }) => [id, data.number])).toEqual([
    ["order-4", "4"],
    ["order-3", "3"],
    ["order-2", "2"],
  ]);
});

test("are the example where nothing has happened: not another merchant's events, nor test sends", async () => {
  await using receiver = await startReceiver();
  const [ctx, other] = [await createTestMerchant(), await createTestMerchant()];
  await acceptEvents({ ctx: other, input: { type: "order.paid", data: orderPaid.example } });
  const { id } = await createWebhook({ ctx, input: { url: receiver.url, eventTypes: ["*"] } });
  await testWebhook({ ctx, input: { id, eventType: "order.paid" } });
  const samples = await listSamples({ ctx, input });
  expect(samples.map((sample) => sample.id)).toEqual(exampleIds);
  expect(samples[0]?.data).toEqual(orderPaid.example);
});

test("of an event type that there is not are 404", async () => {
  const ctx = await createTestMerchant();
  await expect(listSamples({ ctx, input: { eventType: "order.eaten" } })).rejects.toMatchObject({
    status: 404,
  });
});
