import { z } from "zod";
import { db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { startEngine } from "#inngest/start.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { newId } from "#lib/ids.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";

/**
 * A process with the engine of the app in it, for tests that kill one. Told `{ url, events }`, it makes a merchant with
 * a webhook to that URL, accepts so many events and answers their ids. Without orders it only delivers what is due.
 */
const orderSchema = z.object({ url: z.string(), events: z.int() });

startEngine();

process.on("message", async (message) => {
  const order = orderSchema.parse(message);
  const merchantId = newId("mer");
  await db().insert(merchants).values({ id: merchantId, name: "Crash" });
  const ctx = systemCtx(merchantId, "crash test");
  await createWebhook({
    ctx,
    input: { url: order.url, eventTypes: ["*"], timeoutMs: 1_000, maxInFlight: 40 },
  });
  const input = Array.from({ length: order.events }, () => ({ type: "order.paid", data: orderPaid.example }));
  const { data } = await acceptEvents({ ctx, input });
  process.send?.(data.map((event) => event.id));
});
process.send?.("ready");
