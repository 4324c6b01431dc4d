import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { drainDeliveries } from "./drain.ts";
import { getDelivery } from "./get-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { startReceiver } from "./testing/receiver.ts";

test("an accepted event reaches the webhook signed per Standard Webhooks, and the log says so", async () => {
  await using receiver = await startReceiver(() => ({
    status: 200,
    body: "thanks",
    headers: { "x-a": "b" },
  }));
  const ctx = await createTestMerchant();
  const webhook = await createWebhook({ ctx, input: { url: receiver.url, eventTypes: ["order.paid"] } });
  const { data } = await acceptEvents({ ctx, input: { type: "order.paid", data: orderPaid.example } });
  expect(data).toMatchObject([{ duplicate: false, deliveries: 1 }]);

  await drainDeliveries();

  const [request] = receiver.received;
  if (!request) throw new Error("Nothing arrived.");
  expect(request.headers["webhook-id"]).toBe(data[0]?.id);
  const verified = new Webhook(webhook.secret).verify(request.body, request.headers);
  expect(verified).toEqual({ type: "order.paid", timestamp: expect.any(String), data: orderPaid.example });
  const { data: log } = await listDeliveries({ ctx, input: {} });
  expect(log).toMatchObject([{ status: "delivered", attempts: 1, lastAttempt: { statusCode: 200 } }]);
  const detail = await getDelivery({ ctx, input: { id: log[0]?.id } });
  expect(detail.attemptLog).toMatchObject([
    {
      outcome: "delivered",
      request: { body: request.body },
      response: { body: "thanks", isBodyCut: false, headers: { "x-a": "b" } },
      timing: { totalMs: expect.any(Number), connectMs: expect.any(Number) },
    },
  ]);
});
