import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { dryRunAutomation } from "#lib/automations/dry-run-automation.ts";
import { getDifference } from "#lib/automations/get-difference.ts";
import { field, openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderRefunded } from "#lib/events/catalogue/orders.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const source = (...path: string[]) => ({ kind: "field", path: ["data", ...path], transforms: [] });
const atLeast = (value: number) => ({
  kind: "compare",
  comparison: "at_least",
  source: source("totalAmount"),
  value,
});
const text = (...parts: unknown[]) => ({ kind: "text", parts });

/** A kitchen, and orders of which those with an even number have a note. */
async function setScene(orders = 6) {
  const kitchen = await openKitchen();
  const { ctx, automation, message, row } = kitchen;
  const events = Array.from({ length: orders }, (_, at) => ({
    id: `order-${at}`,
    type: "order.paid",
    data: {
      ...orderPaid.example,
      orderId: `o-${at}`,
      number: String(at),
      totalAmount: (at + 1) * 1_000,
      note: at % 2 === 0 ? "No onions" : undefined,
    },
  }));
  await acceptEvents({ ctx, input: events });
  const createDefinition = (change: object) => ({ ...automation.draft, ...change });
  const dryRun = (change: object, count = 500) =>
    dryRunAutomation({
      ctx,
      input: { id: automation.id, definition: createDefinition(change), events: count },
    });
  const totals = async (change: object, count?: number) => (await dryRun(change, count)).totals;
  const withText = (said: unknown) => ({ ...message, mapping: { ...message.mapping, text: said } });
  return { ...kitchen, dryRun, totals, withText, steps: [message, row] };
}

const none = { events: 6, same: 0, changed: 0, failing: 0, lost: 0, newlyRun: 0 };

describe("a draft held against the live version over past events", () => {
  test("the same draft changes nothing", async () => {
    const { dryRun } = await setScene();
    expect(await dryRun({})).toEqual({
      totals: { ...none, same: 6 },
      isWhole: true,
      liveVersion: 1,
      events: [],
    });
  });

  test("each event counts as of the moment in which it came: none is too late by now", async () => {
    const { ctx, totals, withText, row } = await setScene();
    const past = sql`- interval '2 hours'`;
    await db().execute(
      sql`UPDATE events SET accepted_at = accepted_at ${past} WHERE merchant_id = ${ctx.merchantId}`,
    );
    await db().execute(
      sql`UPDATE event_payloads SET accepted_at = accepted_at ${past} WHERE merchant_id = ${ctx.merchantId}`,
    );
    const message = { ...withText(text("New ", field("number"))), freshForSeconds: 60 };
    expect(await totals({ steps: [message, { ...row, freshForSeconds: 1 }] })).toEqual({
      ...none,
      changed: 6,
    });
  });

  test("what would be sent otherwise is told by field", async () => {
    const { dryRun, withText, row } = await setScene();
    const answer = await dryRun({ steps: [withText(text("New ", field("number"))), row] });
    expect(answer.totals).toEqual({ ...none, changed: 6 });
    expect(answer.events[0]).toMatchObject({
      eventId: "order-5",
      outcome: "changed",
      run: { status: "pending", version: 1 },
      resultsFrom: "example",
      steps: [
        { key: "message", change: "changed", fields: [{ path: "text", before: "Order 5", after: "New 5" }] },
      ],
    });
  });

  test("what would fail is told with the field", async () => {
    const { dryRun, withText, row } = await setScene();
    const answer = await dryRun({ steps: [withText(field("note")), row] });
    expect(answer.totals).toEqual({ ...none, changed: 3, failing: 3 });
    expect(answer.events.find(({ eventId }) => eventId === "order-1")).toMatchObject({
      outcome: "failing",
      steps: [
        { key: "message", change: "fails", problems: [{ path: "text", code: "mapping_missing" }] },
        { change: "removed" },
        { change: "removed" },
      ],
    });
  });

  test("what would be lost, newly sent, or sent by fewer and more steps", async () => {
    const { totals, dryRun, steps, row, message } = await setScene();
    expect(await totals({ condition: atLeast(4_000) })).toEqual({ ...none, same: 3, lost: 3 });
    const lost = await dryRun({ condition: atLeast(4_000) });
    expect(lost.events[0]?.unmet).toContain("total amount is at least €40.00. Here it is €30.00");
    expect(await totals({ steps: [] })).toEqual({ ...none, lost: 6 });
    expect(await totals({ steps: steps.map((step) => ({ ...step, mode: "off" })) })).toEqual({
      ...none,
      lost: 6,
    });
    expect(await totals({ steps: [message] })).toEqual({ ...none, changed: 6 });
    expect(await totals({ steps: [...steps, { ...row, key: "third" }] })).toEqual({ ...none, changed: 6 });
    expect(await totals({ steps: [row, message] })).toEqual({ ...none, changed: 6 });
    expect(await totals({ steps: [{ ...message, mode: "review" }, row] })).toEqual({ ...none, changed: 6 });
  });

  test("events of which the draft would hear no more are lost, and those of its new type are newly run", async () => {
    const { ctx, totals, withText, row } = await setScene();
    await acceptEvents({ ctx, input: { id: "back", type: "order.refunded", data: orderRefunded.example } });
    const found = await totals({ eventType: "order.refunded", steps: [withText(text("Back")), row] });
    expect(found).toEqual({ ...none, events: 7, lost: 6, newlyRun: 1 });
  });

  test("of so many events, the newest, and only those whose data is kept", async () => {
    const { ctx, dryRun } = await setScene();
    const three = await dryRun({ steps: [] }, 3);
    expect(three.events.map(({ eventId }) => eventId)).toEqual(["order-5", "order-4", "order-3"]);
    await db().execute(
      sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId} AND event_id <> 'order-2'`,
    );
    expect((await dryRun({})).totals).toEqual({ ...none, events: 1, same: 1 });
  });
});

test("500 events are looked at in bounded time, a hundred of them are told, and nothing is sent", async () => {
  const { dryRun, withText, row, made } = await setScene(520);
  const before = await made();
  let exchanges = 0;
  const stop = watchExchanges(() => {
    exchanges += 1;
  });
  const answer = await dryRun({ steps: [withText(text("New ", field("number"))), row] });
  stop();
  expect(answer).toMatchObject({ isWhole: true, totals: { events: 500, changed: 500 } });
  expect(answer.events).toHaveLength(100);
  expect(exchanges).toBe(0);
  expect(await made()).toEqual(before);
});

test("more than 500 are refused, and another merchant's automation is not there", async () => {
  const { ctx, automation } = await setScene(1);
  await expect(dryRunAutomation({ ctx, input: { id: automation.id, events: 501 } })).rejects.toMatchObject({
    status: 422,
    fieldErrors: [{ path: "events" }],
  });
  const stranger = await createTestMerchant();
  for (const ask of [dryRunAutomation, getDifference]) {
    await expect(ask({ ctx: stranger, input: { id: automation.id } })).rejects.toMatchObject({ status: 404 });
  }
});

describe("the difference between the draft and the live version", () => {
  test("of what is live there is none, and of what was never published all is new", async () => {
    const { ctx, automation } = await setScene(1);
    const difference = () => getDifference({ ctx, input: { id: automation.id } });
    expect(await difference()).toEqual({
      liveVersion: 1,
      hasChanges: false,
      fields: [],
      steps: [],
      dryRun: null,
    });
  });

  test("is told by step and field, with what it makes of past events", async () => {
    const { ctx, automation, withText, row } = await setScene();
    const steps = [{ ...row, key: "third" }, withText(text("New ", field("number")))];
    const { id, revision } = automation;
    await updateAutomation({ ctx, input: { id, revision, steps, condition: atLeast(2_000) } });
    expect(await getDifference({ ctx, input: { id, events: "500" } })).toMatchObject({
      liveVersion: 1,
      hasChanges: true,
      fields: [
        { path: "condition", title: "Only if", before: null, after: "Total amount is at least €20.00" },
      ],
      steps: [
        { key: "third", change: "added", app: "Google Sheets", position: { before: null, after: 0 } },
        {
          key: "message",
          change: "changed",
          title: "Send a message",
          fields: [{ path: "mapping.text", title: "Text", before: "Order [Number]", after: "New [Number]" }],
        },
        { key: "row", change: "removed", position: { before: 1, after: null } },
      ],
      dryRun: { events: 6, changed: 5, lost: 1 },
    });
  });

  test("of steps that only changed places, the places are told", async () => {
    const { ctx, automation, message, row } = await setScene(1);
    const { id, revision } = automation;
    await updateAutomation({ ctx, input: { id, revision, steps: [row, message] } });
    expect((await getDifference({ ctx, input: { id } })).steps).toMatchObject([
      { key: "row", change: "moved", position: { before: 1, after: 0 } },
      { key: "message", change: "moved" },
    ]);
  });
});

test("nothing that a preview or a dry run is made of can call an app", () => {
  const root = join(import.meta.dirname, "../../..");
  const seen = new Set<string>();
  const waiting = [
    "preview-automation",
    "dry-run-automation",
    "get-difference",
    "check-draft",
    "suggest-step",
  ].map((name) => `lib/automations/${name}.ts`);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    // Each app's own code only says what is to be asked: it asks by the Call that it is given.
    if (/^lib\/providers\/[^/]+\//.test(file)) continue;
    const source = readFileSync(join(root, file), "utf8").replaceAll(
      /^import type [^;]*;|\/\*\*.*?\*\//gms,
      "",
    );
    const imports = source.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g);
    for (const [, name = ""] of imports) {
      if (name.startsWith("#")) waiting.push(name.slice(1));
      else if (name.startsWith(".")) waiting.push(join(dirname(file), name));
      else seen.add(name);
    }
  }
  expect(seen.size).toBeGreaterThan(50);
  const clients =
    /^(lib\/integrations\/calls\/|lib\/http\/|lib\/automations\/sending\/(run-|sender)|undici$|node:https?$)/;
  expect([...seen].filter((file) => clients.test(file))).toEqual([]);
});
