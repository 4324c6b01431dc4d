import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { buildFactKey, readAbout } from "#lib/events/catalogue/about.ts";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { stepKey } from "./step-key.ts";
import { field, openKitchen } from "./testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

test("a second event about the same order and payment makes no second run, and names the first", async () => {
  const { ctx, automation, send, drain, made } = await openKitchen();
  await send({}, "from-the-platform");
  await drain();
  await send({ note: "The same, told by the payment provider" }, "from-the-provider");
  await drain();
  expect(await made()).toEqual({ messages: 1, rows: 1 });
  const [second, first] = (await listRuns({ ctx, input: { id: automation.id } })).data;
  expect(second).toMatchObject({
    status: "delivered",
    message: "Order 1042 was already handled by another run, so this one did nothing.",
    sameAsRunId: first?.id,
    steps: [{ status: "waiting" }, { status: "waiting" }],
  });
});

test("of events that come at the same time, one makes the run", async () => {
  const { send, drain, made } = await openKitchen();
  await Promise.all(["a", "b", "c", "d"].map((id) => send({}, id)));
  await Promise.all([drain(), drain()]);
  expect(await made()).toEqual({ messages: 1, rows: 1 });
});

test("another payment of the same order is another fact", async () => {
  const { send, drain, made } = await openKitchen();
  await send({}, "first");
  await send({ payment: { id: "pay_2", method: "cash", paidAt: "2026-10-02T19:20:31Z" } }, "second");
  await drain();
  expect(await made()).toEqual({ messages: 2, rows: 2 });
});

test("an event whose condition is not met takes nothing from the one that tells of the same", async () => {
  const { send, drain, made } = await openKitchen(() => ({
    condition: {
      kind: "compare",
      comparison: "is_present",
      source: { kind: "field", path: ["data", "note"], transforms: [] },
    },
  }));
  await send({}, "without-a-note");
  await drain();
  await send({ note: "No basil" }, "with-a-note");
  await drain();
  expect(await made()).toEqual({ messages: 1, rows: 1 });
});

test("a run that failed is tried again by hand as itself", async () => {
  const { ctx, send, drain, makeDue, made } = await openKitchen(({ message }) => ({
    steps: [{ ...message, mapping: { ...message.mapping, text: field("number") } }],
  }));
  await send();
  await drain();
  await db().execute(sql`DELETE FROM delivery_steps WHERE merchant_id = ${ctx.merchantId}`);
  await makeDue();
  await drain();
  expect((await made()).messages).toBe(1);
});

describe("what an event is about", () => {
  test("is found in the example of each type that says where", () => {
    for (const { type, about, example } of eventCatalogue) {
      const found = readAbout({ type, data: example });
      expect([type, found.order !== null, found.payment !== null, found.amount !== null]).toEqual([
        type,
        about?.order !== undefined,
        about?.payment !== undefined,
        about?.amount !== undefined,
      ]);
      const namesFact = about?.order !== undefined || about?.payment !== undefined;
      expect([type, buildFactKey({ type, data: example }) !== null]).toEqual([type, namesFact]);
    }
  });

  test("keys of steps: an order and a payment by their own ids, all else by the event, and again in a replay", () => {
    const of = (id: string, orderId: string, payment: string) => ({
      id,
      type: "order.paid",
      occurredAt: "",
      data: { orderId, payment: { id: payment } },
    });
    const key = (
      makes: "order" | "payment" | undefined,
      event: ReturnType<typeof of>,
      replay: Parameters<typeof stepKey>[4] = null,
    ) => stepKey({ destinationId: "aut_1" }, { key: "one" }, makes ? { makes } : {}, event, replay);
    const [first, again, other] = [of("e1", "o1", "p1"), of("e2", "o1", "p1"), of("e3", "o1", "p2")];
    const replay = { id: "rpl_1", mode: "from-start" };
    expect(key("order", again)).toBe(key("order", first));
    expect(key("order", other)).toBe(key("order", first));
    expect(key("payment", again)).toBe(key("payment", first));
    expect(key("payment", other)).not.toBe(key("payment", first));
    expect(key(undefined, again)).not.toBe(key(undefined, first));
    expect(key("order", first, replay)).toBe(key("order", first));
    expect(key(undefined, first, replay)).not.toBe(key(undefined, first));
    expect(key(undefined, first, { ...replay, mode: "same-version" })).toBe(key(undefined, first));
  });
});
