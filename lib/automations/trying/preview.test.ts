import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { previewAutomation } from "#lib/automations/preview-automation.ts";
import { field, openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
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

const result = (step: string, ...path: string[]) =>
  ({ kind: "result", step, path, transforms: [], ifMissing: { rule: "fail" } }) as const;
const text = (...parts: unknown[]) => ({ kind: "text", parts });

async function setScene() {
  const kitchen = await openKitchen(({ message, row }) => ({
    steps: [
      message,
      {
        ...row,
        mapping: { ...row.mapping, values: { kind: "list", items: [result("message", "messageId")] } },
      },
    ],
  }));
  const { ctx, automation } = kitchen;
  const send = async (id: string, data: Record<string, unknown> = {}, type = "order.paid") => {
    await acceptEvents({ ctx, input: { id, type, data: { ...orderPaid.example, ...data } } });
  };
  const preview = (input: object = {}) => previewAutomation({ ctx, input: { id: automation.id, ...input } });
  const definition = automation.draft;
  return { ...kitchen, send, preview, definition };
}

test("a merchant without events sees what the catalogue's example would make", async () => {
  const { preview } = await setScene();
  const answer = await preview();
  expect(answer).toMatchObject({
    event: { from: "example", acceptedAt: null, data: orderPaid.example },
    olderEventId: null,
    newerEventId: null,
    resultsFrom: "example",
    condition: null,
    steps: [
      {
        key: "message",
        title: "Send a message",
        app: "Slack",
        outcome: "sent",
        isReached: true,
        input: { channel: "C0ORDERS001", text: `Order ${orderPaid.example.number}` },
        problems: [],
        resultFrom: "example",
      },
      { key: "row", outcome: "sent", input: { values: ["[messageId]"] } },
    ],
  });
});

test("a sample is old by nature: what a step makes of it is shown, however long it makes sense", async () => {
  const { preview, send, definition, ctx } = await setScene();
  await send("order-1");
  await db().execute(
    sql`UPDATE events SET accepted_at = accepted_at - interval '2 hours' WHERE merchant_id = ${ctx.merchantId}`,
  );
  await db().execute(
    sql`UPDATE event_payloads SET accepted_at = accepted_at - interval '2 hours' WHERE merchant_id = ${ctx.merchantId}`,
  );
  const [first, ...rest] = definition.steps;
  const { eventType, condition } = definition;
  const steps = [{ ...first, freshForSeconds: 60 }, ...rest];
  const answer = await preview({ definition: { eventType, condition, steps } });
  expect(answer).toMatchObject({
    event: { from: "history" },
    steps: [{ outcome: "sent" }, { outcome: "sent" }],
  });
});

test("an event that was run brings the real results of its steps, and nothing is sent again", async () => {
  const { send, preview, drain, made, ctx } = await setScene();
  await send("order-1");
  await drain();
  const before = await made();
  let exchanges = 0;
  const stop = watchExchanges(() => {
    exchanges += 1;
  });
  const answer = await preview();
  stop();
  expect(exchanges).toBe(0);
  expect(await made()).toEqual(before);
  expect(answer).toMatchObject({ event: { id: "order-1", from: "history" }, resultsFrom: "run" });
  const [sent] = await db().execute<{ input: { values: string[] } }>(sql`
    SELECT input FROM delivery_step_payloads WHERE merchant_id = ${ctx.merchantId} AND position = 1`);
  expect(answer.steps[1]?.input).toMatchObject({ values: sent?.input.values });
  expect(JSON.stringify(answer.steps[1]?.input)).not.toContain("[messageId]");
});

test("the result of a step that does something else by now is not taken for its own", async () => {
  const { send, preview, drain, definition } = await setScene();
  await send("order-1");
  await drain();
  const [message, row] = definition.steps;
  if (!message || !row) throw new Error("The kitchen has two steps.");
  const values = { kind: "list", items: [field("number")] };
  const appended = { ...row, key: message.key, mapping: { ...row.mapping, values } };
  const answer = await preview({ definition: { ...definition, steps: [appended, row] } });
  expect(answer.steps[0]).toMatchObject({ resultFrom: "example" });
});

test("one goes from event to event, those of other types left out", async () => {
  const { ctx, send, preview } = await setScene();
  for (const id of ["a", "b", "c"]) await send(id);
  await acceptEvents({ ctx, input: { id: "d", type: "order.placed", data: orderPlaced.example } });
  expect(await preview()).toMatchObject({ event: { id: "c" }, olderEventId: "b", newerEventId: null });
  expect(await preview({ eventId: "b" })).toMatchObject({
    event: { id: "b" },
    olderEventId: "a",
    newerEventId: "c",
  });
  expect(await preview({ eventId: "a" })).toMatchObject({ olderEventId: null, newerEventId: "b" });
  expect(await preview({ sample: true })).toMatchObject({ event: { from: "example" } });
});

test("an event is the merchant's own, of the type, and with its data", async () => {
  const { ctx, send, preview, definition } = await setScene();
  const other = await createTestMerchant();
  await acceptEvents({ ctx: other, input: { id: "theirs", type: "order.paid", data: orderPaid.example } });
  await expect(preview({ eventId: "theirs" })).rejects.toMatchObject({ status: 404 });
  await send("mine");
  const ofScans = { ...definition, eventType: "qr.scanned", steps: [] };
  await expect(preview({ eventId: "mine", definition: ofScans })).rejects.toMatchObject({
    status: 422,
    fieldErrors: [{ path: "eventId", message: { params: { type: "order.paid" } } }],
  });
  await db().execute(sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId}`);
  await expect(preview({ eventId: "mine" })).rejects.toMatchObject({ status: 409, code: "event_data_gone" });
  expect(await preview()).toMatchObject({ event: { from: "example" } });
});

describe("what is wrong is told with its path", () => {
  test("a field that is missing, left out or not taken", async () => {
    const { send, preview, definition, message } = await setScene();
    await send("order-1", { note: undefined, tableNumber: undefined });
    const withText = (mapping: unknown) => ({ ...definition, steps: [{ ...message, mapping }] });
    const channel = message.mapping.channel;
    const missing = await preview({ definition: withText({ channel, text: field("note") }) });
    expect(missing.steps).toMatchObject([
      {
        outcome: "fails",
        input: null,
        problems: [
          {
            path: "text",
            code: "mapping_missing",
            message: "Note is missing.",
            isCertain: true,
          },
        ],
      },
    ]);
    const note = { ...field("note"), ifMissing: { rule: "leave_out" } };
    const leftOut = await preview({ definition: withText({ channel, text: text("Hi ", note) }) });
    expect(leftOut.steps).toMatchObject([
      {
        outcome: "sent",
        input: { text: "Hi " },
        leftOut: [{ path: "text", message: "Note is missing." }],
      },
    ]);
    const refused = await preview({
      definition: withText({ channel: field("number"), text: text("Hi") }),
    });
    expect(refused.steps).toMatchObject([
      {
        outcome: "fails",
        input: { text: "Hi" },
        problems: [{ path: "channel", code: "step_input_refused" }],
      },
    ]);
  });

  test("a step behind one that fails is not reached, and one that is off or not wanted is skipped", async () => {
    const { send, preview, definition, message, row } = await setScene();
    await send("order-1", { note: undefined });
    const fails = { ...message, mapping: { ...message.mapping, text: field("note") } };
    const answer = await preview({
      definition: { ...definition, steps: [{ ...row, key: "off", mode: "off" }, fails, row] },
    });
    expect(answer.steps.map(({ outcome, isReached }) => [outcome, isReached])).toEqual([
      ["off", true],
      ["fails", true],
      ["sent", false],
    ]);
  });

  test("a step for which nothing is chosen yet fails, and says so", async () => {
    const { preview, definition, message } = await setScene();
    const answer = await preview({
      definition: { ...definition, steps: [{ ...message, integrationId: "", action: "" }] },
    });
    expect(answer.steps).toMatchObject([
      { outcome: "fails", problems: [{ path: "", code: "step_not_chosen" }] },
    ]);
  });

  test("what comes of a result that is only an example is not certain", async () => {
    const { preview, definition, message, row } = await setScene();
    const channel = {
      ...message,
      key: "again",
      mapping: { ...message.mapping, channel: result("message", "channelId") },
    };
    const answer = await preview({ definition: { ...definition, steps: [message, channel, row] } });
    expect(answer.steps[1]).toMatchObject({
      outcome: "sent",
      problems: [{ path: "channel", isCertain: false }],
    });
    expect(answer.steps[2]).toMatchObject({ isReached: true });
  });
});

test("a condition shows each comparison with the value that it met", async () => {
  const { send, preview, definition } = await setScene();
  await send("order-1", { customer: { name: "Mara", hasMarketingConsent: false } });
  const source = (...path: string[]) => ({ kind: "field", path: ["data", ...path], transforms: [] });
  const condition = {
    kind: "all",
    of: [
      { kind: "compare", comparison: "at_least", source: source("totalAmount"), value: 1 },
      { kind: "compare", comparison: "is_true", source: source("customer", "hasMarketingConsent") },
    ],
  };
  const answer = await preview({ definition: { ...definition, condition } });
  expect(answer.condition).toMatchObject({
    isMet: false,
    message: "Skipped: this is done only if customer marketing consent is yes. Here it is no.",
    comparisons: [
      {
        path: "totalAmount",
        comparison: "at_least",
        expected: 1,
        actual: orderPaid.example.totalAmount,
        isMet: true,
      },
      { path: "customer.hasMarketingConsent", actual: false, isMet: false },
    ],
  });
  expect(answer.steps.every(({ isReached }) => !isReached)).toBe(true);
});

test("another merchant's automation is not previewed, and a draft without steps is", async () => {
  const { automation } = await setScene();
  const ctx = await createTestMerchant();
  await expect(previewAutomation({ ctx, input: { id: automation.id } })).rejects.toMatchObject({
    status: 404,
  });
  const { id } = await createAutomation({ ctx, input: { name: "Empty", eventType: "qr.scanned" } });
  expect(await previewAutomation({ ctx, input: { id } })).toMatchObject({ steps: [], resultsFrom: null });
});
