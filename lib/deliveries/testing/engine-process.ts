import { z } from "zod";
import { db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { startEngine } from "#inngest/start.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { newId } from "#lib/ids.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { resumeWebhook } from "#lib/webhooks/resume-webhook.ts";

/**
 * A process with the engine of the app in it, for tests that kill one. Told `{ url, events }`, it makes a merchant with
 * a webhook to that URL, accepts so many events and answers their ids. With `isPaused` the webhook is paused before, and
 * resumed once it is told `"resume"`. Without orders it only delivers what is due.
 */
const orderSchema = z.union([
  z.literal("resume"),
  z.object({ url: z.string(), events: z.int(), isPaused: z.boolean().optional() }),
]);
let paused: Parameters<typeof resumeWebhook>[0] | null = null;

startEngine();

process.on("message", async (message) => {
  const order = orderSchema.parse(message);
  if (order === "resume") {
    if (paused) await resumeWebhook(paused);
    return;
  }
  const merchantId = newId("mer");
  await db().insert(merchants).values({ id: merchantId, name: "Crash" });
  const ctx = systemCtx(merchantId, "crash test");
  const { id } = await createWebhook({
    ctx,
    input: { url: order.url, eventTypes: ["*"], timeoutMs: 1_000, maxInFlight: 40 },
  });
  if (order.isPaused) {
    paused = { ctx, input: { id } };
    await pauseWebhook(paused);
  }
  const input = Array.from({ length: order.events }, () => ({ type: "order.paid", data: orderPaid.example }));
  const { data } = await acceptEvents({ ctx, input });
  process.send?.(data.map((event) => event.id));
});
process.send?.("ready");
