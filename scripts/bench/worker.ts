import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "inngest/edge";
import { z } from "zod";
import { closeDb, db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { inngest } from "#inngest/client.ts";
import { allFunctions } from "#inngest/functions.ts";
import { registerFunctions } from "#inngest/register.ts";
import { servedAt } from "#inngest/served-at.ts";
import { startEngine } from "#inngest/start.ts";
import { serveOverHttp } from "#inngest/testing/serve-functions.ts";
import { type Ctx, systemCtx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { newId } from "#lib/ids.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";

/**
 * The process under measurement: the verbs, the runner of jobs and the drain, as they run inside the app. The parent
 * says what to do and measures; this only does it. With an Inngest server set, it serves the functions, too.
 */
const orderSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("prepare"), url: z.string(), webhooks: z.int() }),
  z.object({ do: z.literal("adopt"), merchantIds: z.array(z.string()) }),
  z.object({ do: z.literal("accept"), events: z.int(), perCall: z.int() }),
  z.object({ do: z.literal("trickle"), events: z.int(), perSecond: z.number() }),
  z.object({ do: z.literal("memory") }),
  z.object({ do: z.literal("stop") }),
]);

const contexts: Ctx[] = [];

async function prepare(url: string, webhooks: number): Promise<void> {
  for (let index = 0; index < webhooks; index += 1) {
    const merchantId = newId("mer");
    await db()
      .insert(merchants)
      .values({ id: merchantId, name: `Bench ${index}` });
    const ctx = systemCtx(merchantId, "bench");
    await createWebhook({ ctx, input: { url: `${url}/${index}`, eventTypes: ["order.paid"] } });
    contexts.push(ctx);
  }
}

async function send(index: number, events: number): Promise<void> {
  const ctx = contexts[index % contexts.length];
  if (!ctx) throw new Error("Nothing is prepared.");
  await acceptEvents({
    ctx,
    input: Array.from({ length: events }, () => ({ type: "order.paid", data: orderPaid.example })),
  });
}

async function accept(events: number, perCall: number): Promise<void> {
  for (let call = 0; call * perCall < events; call += 1) await send(call, perCall);
}

async function trickle(events: number, perSecond: number): Promise<void> {
  const startedAt = performance.now();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < events; index += 1) {
    const dueInMs = startedAt + (index / perSecond) * 1_000 - performance.now();
    if (dueInMs > 1) await sleep(dueInMs);
    sent.push(send(index, 1));
  }
  await Promise.all(sent);
}

const runner = startEngine();
if (env().usesInngestServer) {
  const handler = serve({ client: inngest(), functions: allFunctions(), ...servedAt() });
  await serveOverHttp(handler, env().PORT);
  await registerFunctions(AbortSignal.timeout(60_000));
}

process.on("message", async (message) => {
  const order = orderSchema.parse(message);
  if (order.do === "prepare") await prepare(order.url, order.webhooks);
  if (order.do === "adopt") {
    contexts.push(...order.merchantIds.map((merchantId) => systemCtx(merchantId, "bench")));
  }
  if (order.do === "accept") await accept(order.events, order.perCall);
  if (order.do === "trickle") await trickle(order.events, order.perSecond);
  if (order.do === "stop") {
    await runner?.stop();
    await closeDb();
  }
  process.send?.({
    done: order.do,
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    cpuMs: cpuMs(),
    merchantIds: contexts.map(({ merchantId }) => merchantId),
  });
  if (order.do === "stop") process.disconnect();
});

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1_000);
}
process.send?.({ done: "start", rssMb: 0, cpuMs: 0 });
