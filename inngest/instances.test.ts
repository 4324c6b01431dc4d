import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { type Answer, startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { bundleProgram } from "#lib/testing/bundle-program.ts";
import { findPortToKeep } from "#scripts/port.ts";
import { startStandIn } from "./testing/stand-in.ts";
import { startInstance } from "./testing/start-instance.ts";

const patience = { timeout: 60_000, interval: 20 };

let program: Awaited<ReturnType<typeof bundleProgram>>;
beforeAll(async () => {
  program = await bundleProgram("inngest/testing/instance.ts");
});
afterAll(() => program.remove());

/** An endpoint that holds each request until it is let go, and counts those that it holds. */
async function startHoldingReceiver() {
  const held: (() => void)[] = [];
  const state = { open: 0, most: 0, isLettingGo: false };
  const hold: Answer = (_, response) => {
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    const letGo = () => {
      state.open -= 1;
      response.writeHead(204).end();
    };
    if (state.isLettingGo) setTimeout(letGo, 20);
    else held.push(letGo);
    return "hang";
  };
  const receiver = await startReceiver(hold);
  return {
    receiver,
    state,
    letGo() {
      state.isLettingGo = true;
      for (const letGo of held.splice(0)) letGo();
    },
  };
}

function webhookIds(received: readonly { headers: Record<string, string> }[]): string[] {
  return received.map(({ headers }) => headers["webhook-id"] ?? "").sort();
}

/** Settings for an instance that an Inngest server calls. */
async function calledBy(settings: Record<string, string>): Promise<Record<string, string>> {
  const port = String(await findPortToKeep());
  return { ...settings, PORT: port, APP_URL: `http://127.0.0.1:${port}` };
}

describe("two instances on one Postgres, without an Inngest server", () => {
  let instances: Awaited<ReturnType<typeof startInstance>>[] = [];
  beforeAll(async () => {
    instances = await Promise.all([startInstance(program.path), startInstance(program.path)]);
  });
  afterAll(() => Promise.all(instances.map((instance) => instance[Symbol.asyncDispose]())));

  const accept = (merchantId: string, events: number) =>
    Promise.all(instances.map((instance) => instance.accept(merchantId, events)));

  test("both send what is due, and each event arrives once", async () => {
    const { receiver, state, letGo } = await startHoldingReceiver();
    await using _ = receiver;
    const scene = await setScene({ url: receiver.url });
    const ids = (await instances[0]?.accept(scene.ctx.merchantId, 300)) ?? [];
    // One instance has 128 places for a destination: what is under way beyond that is the other's.
    await vi.waitFor(() => expect(state.most).toBeGreaterThan(128), patience);
    letGo();
    await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(300), patience);
    await vi.waitFor(() => expect(state.open).toBe(0), patience);
    expect(webhookIds(receiver.received)).toEqual(ids.sort());
  });

  test("limits of a webhook hold over both", async () => {
    const { receiver, state, letGo } = await startHoldingReceiver();
    letGo();
    await using _ = receiver;
    await using paced = await startReceiver();
    const inFlight = await setScene({ url: receiver.url, maxInFlight: 5 });
    const perSecond = await setScene({ url: paced.url, maxPerSecond: 20 });
    await accept(inFlight.ctx.merchantId, 30);
    const acceptedFrom = Date.now();
    await accept(perSecond.ctx.merchantId, 25);
    const totals = () => [receiver.received.length, paced.received.length];
    await vi.waitFor(() => expect(totals()).toEqual([60, 50]), patience);
    expect(state.most).toBeLessThanOrEqual(5);
    // Two at once, then one each 50 ms. A busy machine may take longer, and never less.
    const lastAt = Math.max(...paced.received.map(({ receivedAt }) => receivedAt));
    expect(lastAt - acceptedFrom).toBeGreaterThanOrEqual((50 - 2) * 50);
  });

  test("what one accepted as it was killed, the other sends", async () => {
    await using receiver = await startReceiver();
    const scene = await setScene({ url: receiver.url, timeoutMs: 1_000 });
    const killed = instances.pop();
    const ids = (await killed?.accept(scene.ctx.merchantId, 100)) ?? [];
    await killed?.end("SIGKILL");
    // What it had under way falls due when its lease ends; the rest is found by the next look.
    await vi.waitFor(async () => {
      const statuses = (await scene.deliveries()).map(({ status }) => status);
      expect(statuses).toEqual(Array(100).fill("delivered"));
    }, patience);
    expect([...new Set(webhookIds(receiver.received))]).toEqual(ids.sort());
  });
});

describe.each(["embedded", "inngest"])("an instance with an Inngest server, ENGINE=%s", (ENGINE) => {
  let standIn: Awaited<ReturnType<typeof startStandIn>>;
  let instance: Awaited<ReturnType<typeof startInstance>>;
  beforeAll(async () => {
    standIn = await startStandIn();
    instance = await startInstance(program.path, { ...(await calledBy(standIn.settings)), ENGINE });
  });
  afterAll(async () => {
    await instance[Symbol.asyncDispose]();
    await standIn[Symbol.asyncDispose]();
  });
  const listRuns = (id: string) => standIn.runs.filter(({ functionId }) => functionId === `patchbay-${id}`);

  test.runIf(ENGINE === "embedded")(
    "with the server away everything arrives as if it were there: at once, and retries at their time",
    async () => {
      const failedAt = new Map<string, number>();
      const retriedAfterMs: number[] = [];
      await using receiver = await startReceiver(({ headers, receivedAt }) => {
        const id = headers["webhook-id"] ?? "";
        const first = failedAt.get(id);
        if (first !== undefined) retriedAfterMs.push(receivedAt - first);
        else failedAt.set(id, receivedAt);
        return { status: first === undefined ? 500 : 204 };
      });
      const scene = await setScene({ url: receiver.url, retrySchedule: [1] });
      await standIn.goAway();
      const ids = await instance.accept(scene.ctx.merchantId, 10);
      await vi.waitFor(() => expect(retriedAfterMs).toHaveLength(ids.length), patience);
      // The schedule's second, less a fifth at most.
      expect(Math.min(...retriedAfterMs)).toBeGreaterThanOrEqual(790);
      await standIn.comeBack();
      expect(standIn.runsBesideCrons()).toEqual([]);
    },
  );

  test("a wake-up that was lost is made up for", async () => {
    await using receiver = await startReceiver();
    const scene = await setScene({ url: receiver.url });
    // Accepted here, where there is no engine: nobody is woken.
    await scene.sendOrders(3);
    standIn.runByClock("patchbay-tick");
    await vi.waitFor(() => expect(receiver.received).toHaveLength(3), patience);
  });

  test("a delivery that waits an hour causes no run before its time, whatever the minutes", async () => {
    await using receiver = await startReceiver(() => ({ status: 500 }));
    const scene = await setScene({ url: receiver.url, retrySchedule: [3_600] });
    await instance.accept(scene.ctx.merchantId, 1);
    await vi.waitFor(async () => expect(await scene.theDelivery()).toMatchObject({ attempts: 1 }), patience);
    const isPlanned = () => standIn.events.some(({ ts }) => ts > Date.now() + 40 * 60_000);
    if (ENGINE === "inngest") await vi.waitFor(() => expect(isPlanned()).toBe(true), patience);
    // What tests before this one left in the database falls due when it likes.
    await db().execute(sql`DELETE FROM delivery_queue WHERE merchant_id <> ${scene.ctx.merchantId}`);
    // So may what its ticks find to tell of: the first ones here are for that.
    const earlier = listRuns("tick").length;
    for (let minute = 0; minute < 2; minute += 1) standIn.runByClock("patchbay-tick");
    await vi.waitFor(() => expect(listRuns("tick").length).toBeGreaterThanOrEqual(earlier + 2), patience);
    // A wake-up that came while a run was under way, or is still on its way, has a run of its own.
    await vi.waitFor(async () => {
      const begun = listRuns("drain-deliveries").length;
      await sleep(1_000);
      expect(standIn.isIdle()).toBe(true);
      expect(listRuns("drain-deliveries")).toHaveLength(begun);
    }, patience);
    const before = listRuns("drain-deliveries").length;
    const ticks = listRuns("tick").length;
    for (let minute = 0; minute < 5; minute += 1) standIn.runByClock("patchbay-tick");
    await vi.waitFor(() => expect(listRuns("tick").length).toBeGreaterThanOrEqual(ticks + 5), patience);
    await vi.waitFor(() => expect(standIn.isIdle()).toBe(true), patience);
    await sleep(500);
    expect(listRuns("drain-deliveries").slice(before)).toEqual([]);
    expect(receiver.received).toHaveLength(1);
  });

  test("an event that another service sends through the server is delivered, once for each id", async () => {
    await using receiver = await startReceiver();
    const scene = await setScene({ url: receiver.url });
    const sent = { name: "order.paid", data: { ...orderPaid.example, merchantId: scene.ctx.merchantId } };
    const ids = ["one", "two", "one"].map((name) => `${name}-${scene.ctx.merchantId}`);
    const { INNGEST_BASE_URL, INNGEST_EVENT_KEY } = standIn.settings;
    const reply = await fetch(`${INNGEST_BASE_URL}/e/${INNGEST_EVENT_KEY}`, {
      method: "POST",
      body: JSON.stringify(ids.map((id) => ({ ...sent, id }))),
    });
    expect(reply.status).toBe(200);
    await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(2), patience);
    await vi.waitFor(
      async () =>
        expect((await scene.deliveries()).map(({ status }) => status)).toEqual(["delivered", "delivered"]),
      patience,
    );
    expect(webhookIds(receiver.received)).toEqual(ids.slice(0, 2).sort());
  });

  test("other services are told of a delivery that fails for good, and of none that arrives", async () => {
    await using receiver = await startReceiver(() => ({ status: receiver.received.length > 1 ? 410 : 204 }));
    const scene = await setScene({ url: receiver.url });
    const [arrives] = await instance.accept(scene.ctx.merchantId, 1);
    await vi.waitFor(
      async () => expect(await scene.theDelivery()).toMatchObject({ status: "delivered" }),
      patience,
    );
    const [fails] = await instance.accept(scene.ctx.merchantId, 1);
    const listEventNames = (id: string | undefined) =>
      standIn.events
        .filter(({ data }) => JSON.stringify(data).includes(`"eventId":"${id}"`))
        .map(({ name }) => name);
    await vi.waitFor(() => expect(listEventNames(fails)).toEqual(["webhook.failed"]), patience);
    expect(listEventNames(arrives)).toEqual([]);
  });

  test("SIGTERM waits for what is under way: nothing is sent again", async () => {
    const { receiver, state, letGo } = await startHoldingReceiver();
    await using _ = receiver;
    const scene = await setScene({ url: receiver.url });
    const ids = await instance.accept(scene.ctx.merchantId, 20);
    await vi.waitFor(() => expect(state.open).toBe(20), patience);
    const ended = instance.end("SIGTERM");
    await sleep(300);
    letGo();
    expect(await ended).toBe(0);
    expect((await scene.deliveries()).map(({ status }) => status)).toEqual(Array(20).fill("delivered"));
    expect(webhookIds(receiver.received)).toEqual(ids.sort());
  });
});
