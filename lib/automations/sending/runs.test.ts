import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { resumeAutomation } from "#lib/automations/resume-automation.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import {
  holdSandboxServer,
  keepAnswers,
  loseAnswer,
  watchExchanges,
} from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { clearFaults } from "#lib/sandbox/faults.ts";
import { runAutomation } from "./run-automation.ts";
import { field, openKitchen } from "./testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterEach(() => {
  keepAnswers();
});
afterAll(async () => {
  for (const release of releases) await release();
});

const once = { messages: 1, rows: 1 };

test("an event makes one message and one row, each with its receipt", async () => {
  const { send, drain, made, steps, delivery, slack: integrationId } = await openKitchen();
  await send();
  await drain();
  expect(await made()).toEqual(once);
  expect(await delivery()).toMatchObject({
    status: "delivered",
    destination: { kind: "automation", label: "Kitchen" },
    lastAttempt: { failureCode: null, message: "2 steps are done." },
  });
  expect([...(await steps())]).toMatchObject([
    {
      status: "succeeded",
      output: { channelId: "C0ORDERS001" },
      receipt: { integrationId, action: "send-message", key: expect.any(String), callId: expect.any(String) },
    },
    { status: "succeeded", receipt: { action: "append-row" } },
  ]);
});

describe("a step that succeeded is never run again", () => {
  test("and whoever lost the delivery between two steps begins no further one", async () => {
    const { ctx, send, drain, claim, made, makeDue, delivery } = await openKitchen();
    await switchFaultOn({
      merchantId: ctx.merchantId,
      provider: "google-sheets",
      kind: "server_error",
      times: 20,
    });
    await send();
    await drain();
    expect(await made()).toEqual({ messages: 1, rows: 0 });
    await makeDue();
    const claimed = await claim();
    await clearFaults({ ctx, input: { provider: "google-sheets" } });
    const leaseTo = (leaseId: string | null) =>
      db().execute(sql`UPDATE delivery_queue SET lease_id = ${leaseId},
        leased_until = CASE WHEN ${leaseId}::text IS NOT NULL THEN clock_timestamp() + interval '1 minute' END
        WHERE merchant_id = ${ctx.merchantId}`);
    await leaseTo("another");
    await expect(runAutomation(claimed)).rejects.toThrow("was taken by another process");
    expect(await made()).toEqual({ messages: 1, rows: 0 });
    await leaseTo(null);
    await drain();
    expect(await made()).toEqual(once);
    expect(await delivery()).toMatchObject({ status: "delivered" });
  });

  test("where it died before it could write down what the apps had done", async () => {
    const { ctx, send, drain, made, delivery } = await openKitchen();
    await send();
    await drain();
    await db().execute(sql`DELETE FROM delivery_steps WHERE merchant_id = ${ctx.merchantId}`);
    await retryDelivery({ ctx, input: { id: (await delivery()).id } });
    await drain();
    expect(await made()).toEqual(once);
  });

  test("by a retry of a run that is done", async () => {
    const { ctx, send, drain, made, delivery, message, row, automation } = await openKitchen();
    await send();
    await drain();
    const steps = [{ ...message, mapping: { ...message.mapping, text: field("orderId") } }, row];
    const changed = await updateAutomation({
      ctx,
      input: { id: automation.id, revision: automation.revision, steps },
    });
    await publishAutomation({ ctx, input: { id: automation.id, revision: changed.revision } });
    let exchanges = 0;
    const stop = watchExchanges(() => {
      exchanges += 1;
    });
    await retryDelivery({ ctx, input: { id: (await delivery()).id } });
    await drain();
    stop();
    expect(exchanges).toBe(0);
    expect(await made()).toEqual(once);
  });

  test("by two drains at once", async () => {
    const { send, drain, made, delivery } = await openKitchen();
    await send();
    await Promise.all([drain(), drain(), drain()]);
    expect(await made()).toEqual(once);
    expect(await delivery()).toMatchObject({ attempts: 1 });
  });

  test("with each answer of the apps lost in turn", async () => {
    for (let index = 0; index < 40; index += 1) {
      const { ctx, send, drain, made, makeDue, delivery } = await openKitchen();
      // The answers that are lost are to be this merchant's, and not those of runs that other tests have left.
      await db().execute(sql`DELETE FROM delivery_queue WHERE merchant_id <> ${ctx.merchantId}`);
      await send();
      loseAnswer(index);
      await drain();
      const wereAllKept = keepAnswers();
      for (let round = 0; round < 3 && (await delivery()).status === "pending"; round += 1) {
        await db().execute(sql`DELETE FROM rate_limits`);
        await makeDue();
        await drain();
      }
      expect({ index, ...(await made()), status: (await delivery()).status }).toEqual({
        index,
        ...once,
        status: "delivered",
      });
      if (wereAllKept) return;
    }
    throw new Error("An answer was lost in each of 40 runs.");
  }, 120_000);
});

test("an unmet condition ends the run as done, and says which value did not meet it", async () => {
  const { ctx, send, drain, made, delivery } = await openKitchen(() => ({
    condition: {
      kind: "compare",
      source: { kind: "field", path: ["data", "totalAmount"], transforms: [] },
      comparison: "at_least",
      value: 5_000,
    },
  }));
  await send();
  await drain();
  expect(await made()).toEqual({ messages: 0, rows: 0 });
  const { id, status, lastAttempt } = await delivery();
  expect({ status, message: lastAttempt?.message }).toEqual({
    status: "delivered",
    message: "Skipped: this is done only if total amount is at least €50.00.",
  });
  const kept = await db().execute(sql`SELECT last_params FROM deliveries WHERE id = ${id}
    UNION ALL SELECT params FROM attempts WHERE delivery_id = ${id}`);
  expect(JSON.stringify([...kept])).not.toContain("3750");
  expect(await getRun({ ctx, input: { id } })).toMatchObject({
    status: "delivered",
    condition: {
      isMet: false,
      path: "totalAmount",
      comparison: "at_least",
      expected: 5_000,
      actual: 3_750,
    },
    message: "Skipped: this is done only if total amount is at least €50.00. Here it is €37.50.",
    steps: [{ key: "message", status: "waiting" }, { key: "row" }],
  });
  await db().execute(sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId}`);
  expect(await getRun({ ctx, input: { id } })).toMatchObject({ condition: null });
});

test("a run is read with its steps: what they were given, what the app answered, and where to look", async () => {
  const { ctx, automation, send, drain, sheets } = await openKitchen();
  await send();
  await drain();
  const { data } = await listRuns({ ctx, input: { id: automation.id, status: "delivered" } });
  expect(data).toMatchObject([
    {
      automationName: "Kitchen",
      version: 1,
      eventType: "order.paid",
      status: "delivered",
      heldFor: null,
      condition: null,
      message: "2 steps are done.",
      steps: [
        {
          key: "message",
          title: "Send a message",
          app: "Slack",
          status: "succeeded",
          input: { channel: "C0ORDERS001", text: "Order 1042" },
          output: { channelId: "C0ORDERS001" },
          isDataKept: true,
          canDecide: null,
        },
        { key: "row", position: 1, integrationId: sheets, url: expect.stringMatching(/google-sheets$/) },
      ],
    },
  ]);
  await db().execute(sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId}`);
  await db().execute(sql`DELETE FROM delivery_step_payloads WHERE merchant_id = ${ctx.merchantId}`);
  expect(await getRun({ ctx, input: { id: data[0]?.id ?? "" } })).toMatchObject({
    steps: [
      { status: "succeeded", input: null, output: null, isDataKept: false, callId: expect.any(String) },
      { status: "succeeded" },
    ],
  });
});

test("a run keeps the version that was live when its event came", async () => {
  const { ctx, automation, message, send, drain, made } = await openKitchen();
  const { id } = automation;
  await pauseAutomation({ ctx, input: { id } });
  await send();
  const input = { id, revision: automation.revision, steps: [message] };
  const { revision } = await updateAutomation({ ctx, input });
  await publishAutomation({ ctx, input: { id, revision } });
  await resumeAutomation({ ctx, input: { id } });
  await drain();
  expect(await made()).toEqual(once);
});

describe("what a failure means", () => {
  test("a field that is missing fails at once, and is named", async () => {
    const { send, drain, made, steps, delivery } = await openKitchen(({ message, row }) => ({
      steps: [{ ...message, mapping: { ...message.mapping, text: field("tableNumber") } }, row],
    }));
    await send({ tableNumber: undefined });
    await drain();
    expect(await made()).toEqual({ messages: 0, rows: 0 });
    expect(await delivery()).toMatchObject({
      status: "failed",
      attempts: 1,
      lastAttempt: {
        failureCode: "invalid_input",
        message: "Send a message (field “Text”): Table number is missing.",
      },
    });
    expect([...(await steps())]).toMatchObject([{ status: "failed", code: "mapping_missing" }]);
  });

  test("a value that the action does not take fails at once, and is named", async () => {
    const { send, drain, delivery } = await openKitchen(({ message }) => ({
      steps: [{ ...message, mapping: { ...message.mapping, channel: field("orderId") } }],
    }));
    await send();
    await drain();
    expect(await delivery()).toMatchObject({
      status: "failed",
      lastAttempt: { failureCode: expect.stringMatching(/invalid_input|not_found/) },
    });
  });
});

test("a step that comes too late, or is off, is skipped, and says so", async () => {
  const { ctx, automation, send, claim, made, steps } = await openKitchen(({ message, row }) => ({
    steps: [{ ...message, freshForSeconds: 1_200 }, { ...row, key: "never", mode: "off" }, row],
  }));
  await pauseAutomation({ ctx, input: { id: automation.id } });
  await send();
  await db().execute(sql`UPDATE destinations SET state = 'active' WHERE id = ${automation.id}`);
  const delivery = await claim();
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  const result = await runAutomation({ ...delivery, eventAt: anHourAgo });
  expect(result).toMatchObject({ hasSucceeded: true, code: "run_done", params: { done: 1, skipped: 2 } });
  expect(await made()).toEqual({ messages: 0, rows: 1 });
  expect([...(await steps())]).toMatchObject([
    { status: "skipped", code: "step_late", params: { seconds: 1_200 } },
    { status: "skipped", code: "step_off" },
    { status: "succeeded" },
  ]);
});
