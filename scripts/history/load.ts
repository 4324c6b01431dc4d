import { once } from "node:events";
import { createServer } from "node:http";
import { z } from "zod";
import { db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { type Ctx, systemCtx } from "#lib/auth/context.ts";
import { drainDeliveries } from "#lib/deliveries/drain.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { newId } from "#lib/ids.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";

/**
 * A process that accepts and delivers as much as it can, to an endpoint of its own. It tells its parent how many have
 * arrived, some times a second, until the parent is gone.
 */
const webhookCount = 10;
const backlog = 4_000;
const perCall = 200;
const tellEveryMs = 100;

let accepted = 0;
let arrived = 0;

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    arrived += 1;
    response.writeHead(204).end();
  });
});
server.keepAliveTimeout = 30_000;
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = z.object({ port: z.int() }).parse(server.address());

async function createSender(index: number): Promise<Ctx> {
  const merchantId = newId("mer");
  await db()
    .insert(merchants)
    .values({ id: merchantId, name: `Load ${index}` });
  const ctx = systemCtx(merchantId, "load");
  await createWebhook({
    ctx,
    input: { url: `http://127.0.0.1:${port}/${index}`, eventTypes: ["order.paid"] },
  });
  return ctx;
}

async function acceptForEver(senders: readonly Ctx[]): Promise<never> {
  const input = Array.from({ length: perCall }, () => ({ type: "order.paid", data: orderPaid.example }));
  for (let call = 0; ; call += 1) {
    const ctx = senders[call % senders.length];
    if (ctx && accepted - arrived < backlog) {
      await acceptEvents({ ctx, input });
      accepted += perCall;
    } else await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function deliverForEver(): Promise<never> {
  for (;;) {
    await drainDeliveries({ budgetMs: 1_000 });
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

process.on("disconnect", () => process.exit(0));
const senders: Ctx[] = [];
for (let index = 0; index < webhookCount; index += 1) senders.push(await createSender(index));
setInterval(() => process.send?.({ arrived }), tellEveryMs);
await Promise.all([acceptForEver(senders), deliverForEver()]);
