import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { resumeAutomation } from "#lib/automations/resume-automation.ts";
import { runAutomation } from "#lib/automations/sending/run-automation.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, keepAnswers } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { listAttention } from "./list-attention.ts";
import { raiseUnreached } from "./raise-unreached.ts";
import { openWatched } from "./testing/watched.ts";

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

test("the time counts from the acceptance of the event, and every step is watched before the first is begun", async () => {
  const { row, message, ...scene } = await openKitchen(({ message: first, row: second }) => ({
    steps: [
      { ...first, mustReach: { withinSeconds: 30 } },
      { ...second, mustReach: { withinSeconds: 90 } },
    ],
  }));
  await switchFaultOn({
    merchantId: scene.ctx.merchantId,
    provider: "slack",
    kind: "server_error",
    times: 50,
  });
  await scene.send();
  await scene.drain();
  const rows = await db().execute(sql`SELECT position, status,
      extract(epoch FROM due_at - event_at)::float8 AS seconds FROM must_reach
    WHERE merchant_id = ${scene.ctx.merchantId} ORDER BY position`);
  expect([...rows]).toMatchObject([
    { position: 0, status: "watching", seconds: expect.closeTo(30, 2) },
    { position: 1, status: "watching", seconds: expect.closeTo(90, 2) },
  ]);
});

describe("nothing is awaited", () => {
  test("of a run that was cancelled", async () => {
    const { failRow, send, drain, delivery, ctx, timeIsUp, rows, made } = await openWatched();
    await failRow();
    await send();
    await drain();
    await cancelDelivery({ ctx, input: { id: (await delivery()).id } });
    await timeIsUp();
    expect(await rows()).toEqual([]);
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });

  test("of a run that a person replays: they look at it", async () => {
    const { failRow, mend, send, drain, delivery, ctx, rows, makeDue } = await openWatched();
    await failRow();
    await send();
    await drain();
    const { id } = await delivery();
    await cancelDelivery({ ctx, input: { id } });
    await db().execute(sql`DELETE FROM must_reach WHERE merchant_id = ${ctx.merchantId}`);
    await replayRun({ ctx, input: { id, mode: "from-start" } });
    await drain();
    expect(await rows()).toEqual([]);
    await mend();
    await makeDue();
    await drain();
    expect(await rows()).toEqual([]);
  });

  test("of a step whose own condition is not met", async () => {
    const { send, drain, ctx } = await openKitchen(({ row }) => ({
      steps: [
        {
          ...row,
          mustReach: { withinSeconds: 60 },
          condition: {
            kind: "compare",
            source: { kind: "field", path: ["data", "number"], transforms: [] },
            comparison: "is_missing",
          },
        },
      ],
    }));
    await send();
    await drain();
    await db().execute(sql`UPDATE must_reach SET due_at = now() WHERE merchant_id = ${ctx.merchantId}`);
    await raiseUnreached({ budgetMs: 20_000 });
    expect((await listAttention({ ctx, input: {} })).data).toEqual([]);
  });

  test("but of a step that was skipped because it came too late something is", async () => {
    const { send, claim, ctx } = await openKitchen(({ row }) => ({
      steps: [{ ...row, freshForSeconds: 60, mustReach: { withinSeconds: 60 } }],
    }));
    await send();
    await runAutomation({ ...(await claim()), eventAt: new Date(Date.now() - 120_000).toISOString() });
    await db().execute(sql`UPDATE must_reach SET due_at = now() WHERE merchant_id = ${ctx.merchantId}`);
    await raiseUnreached({ budgetMs: 20_000 });
    expect((await listAttention({ ctx, input: {} })).data).toMatchObject([{ step: { key: "row" } }]);
  });

  test("of an automation that was deleted", async () => {
    const { failRow, send, drain, automation, ctx, timeIsUp, rows, made } = await openWatched();
    await failRow();
    await send();
    await drain();
    await deleteAutomation({ ctx, input: { id: automation.id } });
    await timeIsUp();
    expect(await rows()).toEqual([]);
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });

  test("of an automation that was deleted once its run had failed", async () => {
    const { failRow, send, drain, automation, ctx, timeIsUp, rows, made } = await openWatched();
    await failRow();
    await send();
    await drain();
    await db().execute(sql`DELETE FROM delivery_queue WHERE merchant_id = ${ctx.merchantId}`);
    await db().execute(sql`UPDATE deliveries SET status = 'failed' WHERE merchant_id = ${ctx.merchantId}`);
    await deleteAutomation({ ctx, input: { id: automation.id } });
    await timeIsUp();
    expect(await rows()).toEqual([]);
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });

  test("of a step that is off", async () => {
    const { ctx, send, drain } = await openKitchen(({ message, row }) => ({
      steps: [message, { ...row, mode: "off", mustReach: { withinSeconds: 60 } }],
    }));
    await send();
    await drain();
    const rows = await db().execute(
      sql`SELECT position FROM must_reach WHERE merchant_id = ${ctx.merchantId}`,
    );
    expect([...rows]).toEqual([]);
  });

  test("while an automation is paused: its card is raised, and no app is asked", async () => {
    const { failRow, send, drain, automation, ctx, timeIsUp, cards, made } = await openWatched();
    await failRow();
    await send();
    await drain();
    await pauseAutomation({ ctx, input: { id: automation.id } });
    await timeIsUp();
    expect(await made()).toEqual({ messages: 0, rows: 0 });
    expect(await cards()).toMatchObject([
      { secondWay: expect.stringContaining("is paused or switched off") },
    ]);
  });

  test("of what was held while it was paused, before its run has had its time", async () => {
    const { send, drain, automation, ctx, failRow, rows, cards } = await openWatched();
    await pauseAutomation({ ctx, input: { id: automation.id } });
    await send();
    await db().execute(
      sql`UPDATE deliveries SET event_at = event_at - interval '1 hour' WHERE merchant_id = ${ctx.merchantId}`,
    );
    await failRow();
    await resumeAutomation({ ctx, input: { id: automation.id } });
    await drain();
    expect(await rows()).toMatchObject([{ status: "watching" }]);
    expect(await cards()).toEqual([]);
  });
});

test("a run that begins after its deadline is a card at once, and the first way has some seconds before the second", async () => {
  const { send, claim, ctx, cards, made } = await openWatched();
  await send();
  await db().execute(
    sql`UPDATE destinations SET state_since = now() - interval '1 day' WHERE merchant_id = ${ctx.merchantId}`,
  );
  await db().execute(
    sql`UPDATE deliveries SET event_at = event_at - interval '1 hour' WHERE merchant_id = ${ctx.merchantId}`,
  );
  const claimed = await claim();
  await runAutomation(claimed);
  await raiseUnreached({ budgetMs: 20_000 });
  expect(await made()).toEqual({ messages: 0, rows: 1 });
  const rows =
    await db().execute(sql`SELECT status, reached_at IS NOT NULL AS "isReached", due_at FROM must_reach
    WHERE merchant_id = ${ctx.merchantId}`);
  expect([...rows]).toMatchObject([{ status: "raised", isReached: true, due_at: null }]);
  expect(await cards()).toHaveLength(1);
});

test("a success that nobody could write down is found when the time is up", async () => {
  const { send, drain, ctx, timeIsUp, rows, made } = await openWatched();
  await send();
  await drain();
  await db().execute(sql`UPDATE must_reach SET status = 'watching', reached_at = NULL, due_at = now()
    WHERE merchant_id = ${ctx.merchantId}`);
  await timeIsUp();
  expect(await rows()).toMatchObject([{ status: "reached", isOver: true }]);
  expect(await made()).toEqual({ messages: 0, rows: 1 });
});

test("one that came after its time is a card", async () => {
  const { send, drain, ctx, timeIsUp, cards } = await openWatched();
  await send();
  await drain();
  await db().execute(sql`UPDATE must_reach SET status = 'watching', reached_at = NULL, due_at = now()
    WHERE merchant_id = ${ctx.merchantId}`);
  await db().execute(sql`UPDATE delivery_steps SET updated_at = updated_at + interval '2 minutes'
    WHERE merchant_id = ${ctx.merchantId}`);
  await timeIsUp();
  expect(await cards()).toMatchObject([
    { status: "open", reachedAt: expect.any(String), secondWay: "The fallback was not needed." },
  ]);
});
