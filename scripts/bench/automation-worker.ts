import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { closeDb, db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { startEngine } from "#inngest/start.ts";
import { type Ctx, systemCtx } from "#lib/auth/context.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { newId } from "#lib/ids.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { serveSandbox } from "#lib/sandbox/testing/serve-sandbox.ts";
import { sandboxInProcess } from "./sandbox-in-process.ts";

/**
 * The process under measurement: restaurants that each have a connection to Slack's sandbox, which answers within this
 * process, and an automation that sends a message of each paid order. They are connected, and on request called, over HTTP.
 */
const orderSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("prepare"), merchants: z.int() }),
  z.object({ do: z.literal("accept"), events: z.int(), perCall: z.int() }),
  z.object({ do: z.literal("trickle"), events: z.int(), perSecond: z.number() }),
  z.object({ do: z.literal("call-over-http"), isOver: z.boolean() }),
  z.object({ do: z.literal("hang") }),
  z.object({ do: z.literal("memory") }),
  z.object({ do: z.literal("stop") }),
]);

/** Calls that send events at a time. */
const atOnce = 8;
const contexts: Ctx[] = [];
/** Whose apps take each call and do not answer it. */
const hanging = new Set<string>();

const slack = await loadProvider("slack");
if (!slack) throw new Error("There is no Slack here.");
const sandbox = await serveSandbox({ providers: [slack] });
const inProcess = await sandboxInProcess(slack, (merchantId) => hanging.has(merchantId));
const runner = startEngine();

async function prepare(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const merchantId = newId("mer");
    await db()
      .insert(merchants)
      .values({ id: merchantId, name: `Bench ${index}` });
    const ctx = systemCtx(merchantId, "bench");
    const integrationId = await connectedIn(ctx, { provider: "slack" });
    const { id, revision } = await createAutomation({ ctx, input: createDraft(integrationId) });
    await publishAutomation({ ctx, input: { id, revision } });
    contexts.push(ctx);
  }
  callOverHttp(false);
}

function callOverHttp(isOver: boolean): void {
  globalThis.patchbayProviderClients = isOver ? {} : { sandbox: inProcess };
}

function createDraft(integrationId: string) {
  const number = { kind: "field", path: ["data", "number"], transforms: [], ifMissing: { rule: "fail" } };
  const mapping = {
    channel: { kind: "fixed", value: "C0ORDERS001" },
    text: { kind: "text", parts: ["Order ", number] },
  };
  const step = { key: "message", integrationId, action: "send-message", mapping };
  return { name: "Kitchen", eventType: "order.paid", steps: [step] };
}

async function send(index: number, events: number): Promise<void> {
  const ctx = contexts[index % contexts.length];
  if (!ctx) throw new Error("Nothing is prepared.");
  await acceptEvents({
    ctx,
    input: Array.from({ length: events }, orderOfItsOwn),
  });
}

/** Two events about one order would make one run. */
function orderOfItsOwn() {
  const { payment } = orderPaid.example;
  const data = { ...orderPaid.example, orderId: newId("evt"), payment: { ...payment, id: newId("evt") } };
  return { type: "order.paid", data };
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

/** Every tenth merchant's app. */
function hang(): string[] {
  for (const [index, { merchantId }] of contexts.entries()) if (index % 10 === 0) hanging.add(merchantId);
  return [...hanging];
}

process.on("message", async (message) => {
  const order = orderSchema.parse(message);
  let merchantIds: string[] = [];
  if (order.do === "prepare") await prepare(order.merchants);
  if (order.do === "accept") {
    const calls = order.events / order.perCall;
    for (let from = 0; from < calls; from += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, calls - from) }, (_, index) => from + index);
      await Promise.all(some.map((index) => send(index, order.perCall)));
    }
  }
  if (order.do === "trickle") await trickle(order.events, order.perSecond);
  if (order.do === "hang") merchantIds = hang();
  if (order.do === "call-over-http") callOverHttp(order.isOver);
  if (order.do === "stop") {
    await runner?.stop();
    await sandbox.close();
    await closeDb();
  }
  const { user, system } = process.cpuUsage();
  process.send?.({
    done: order.do,
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    cpuMs: Math.round((user + system) / 1_000),
    merchantIds,
  });
  if (order.do === "stop") process.disconnect();
});
process.send?.({ done: "start", rssMb: 0, cpuMs: 0 });
