import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, keepAnswers } from "#lib/providers/testing/sandbox-server.ts";
import { effects, setScene } from "./testing/scene.ts";

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

describe("a replay keeps what has succeeded", () => {
  test("by the live version it goes on from the step that failed, and nothing is done twice", async () => {
    const { failOne, repair, replay, drain, made, run, runs } = await setScene();
    const failed = await failOne();
    await repair();
    const plan = await replay(failed.id, "live-version", true);
    expect(plan).toMatchObject({ version: 2, replayId: null, runId: null });
    expect(effects(plan.steps)).toEqual([
      ["message", "reuses"],
      ["row", "runs"],
    ]);
    expect(await runs()).toHaveLength(1);
    const { runId, replayId, ...rest } = await replay(failed.id, "live-version");
    expect(rest).toEqual({ mode: plan.mode, version: plan.version, steps: plan.steps });
    await drain();
    expect(await made()).toEqual({ messages: 1, rows: 1 });
    const again = await run(runId);
    expect(again).toMatchObject({ status: "delivered", replayId, version: 2, eventId: "order-1" });
    const before = await run(failed.id);
    expect(again.steps[0]).toEqual(before.steps[0]);
    expect(before).toMatchObject({ status: "failed", replayId: null });
  });

  test("the live version's condition is asked, as the receipts are of another version with another one", async () => {
    const { ctx, automation, failOne, replay, drain, made, run, message, row } = await setScene();
    const failed = await failOne();
    const condition = {
      kind: "compare",
      comparison: "equals",
      source: { kind: "field", path: ["data", "number"], transforms: [] },
      value: "another",
    };
    const input = { id: automation.id, revision: automation.revision, steps: [message, row], condition };
    const changed = await updateAutomation({ ctx, input });
    await publishAutomation({ ctx, input: { id: automation.id, revision: changed.revision } });
    const { runId } = await replay(failed.id, "live-version");
    await drain();
    expect(await made()).toEqual({ messages: 1, rows: 0 });
    expect(await run(runId)).toMatchObject({
      status: "delivered",
      message: expect.stringContaining("number"),
    });
  });

  test("by the same version it fails for the same reason, and the first step is not done again", async () => {
    const { failOne, repair, replay, drain, made, run } = await setScene();
    const failed = await failOne();
    await repair();
    const { runId, steps } = await replay(failed.id, "same-version");
    expect(effects(steps)).toEqual([
      ["message", "reuses"],
      ["row", "runs"],
    ]);
    await drain();
    expect(await run(runId)).toMatchObject({ status: "failed", version: 1 });
    expect(await made()).toEqual({ messages: 1, rows: 0 });
  });

  test("steps are matched by their key, wherever they stand, and by what they do", async () => {
    const { ctx, automation, failOne, replay, message, row, drain, made } = await setScene();
    const failed = await failOne();
    const second = { ...message, key: "second" };
    const changed = await updateAutomation({
      ctx,
      input: { id: automation.id, revision: automation.revision, steps: [row, second, message] },
    });
    await publishAutomation({ ctx, input: { id: automation.id, revision: changed.revision } });
    const { steps } = await replay(failed.id, "live-version");
    expect(effects(steps)).toEqual([
      ["row", "runs"],
      ["second", "runs"],
      ["message", "reuses"],
    ]);
    await drain();
    expect(await made()).toEqual({ messages: 2, rows: 1 });
  });

  test("a step that nobody knows the end of is asked for under its own key, and found", async () => {
    const { ctx, failOne, repair, replay, drain, made } = await setScene();
    const failed = await failOne();
    await repair();
    await db().execute(sql`UPDATE delivery_steps SET status = 'unknown', receipt = NULL
      WHERE merchant_id = ${ctx.merchantId} AND position = 0`);
    const { steps } = await replay(failed.id, "live-version");
    expect(effects(steps)).toEqual([
      ["message", "finds"],
      ["row", "runs"],
    ]);
    await drain();
    expect(await made()).toEqual({ messages: 1, rows: 1 });
  });
});

test("a yes that was given counts in a replay of the same version, and is asked for again by another", async () => {
  const kitchen = await openKitchen(({ message }) => ({ steps: [{ ...message, mode: "review" }] }));
  const { ctx, automation, send, drain, made } = kitchen;
  await send();
  await drain();
  const [waiting] = (await listRuns({ ctx, input: { id: automation.id } })).data;
  const id = waiting?.id ?? "";
  expect(waiting).toMatchObject({ heldFor: "review" });
  // As it is once somebody has said yes and the app has refused it all the same.
  const decision = JSON.stringify({ kind: "approved", by: "usr_1", at: new Date().toISOString() });
  await db().execute(sql`UPDATE delivery_steps SET status = 'failed', decision = ${decision}::json
    WHERE merchant_id = ${ctx.merchantId} AND delivery_id = ${id}`);
  await db().execute(sql`DELETE FROM delivery_queue WHERE merchant_id = ${ctx.merchantId}`);
  await db().execute(sql`UPDATE deliveries SET status = 'failed', failed_at = now(), completed_at = now()
    WHERE merchant_id = ${ctx.merchantId} AND id = ${id}`);
  const again = await replayRun({ ctx, input: { id, mode: "live-version" } });
  await drain();
  expect(await getRun({ ctx, input: { id: again.runId ?? "" } })).toMatchObject({ heldFor: "review" });
  await cancelDelivery({ ctx, input: { id: again.runId ?? "" } });
  expect(await made()).toMatchObject({ messages: 0 });
  await db().execute(
    sql`DELETE FROM deliveries WHERE merchant_id = ${ctx.merchantId} AND id = ${again.runId}`,
  );
  const { runId } = await replayRun({ ctx, input: { id, mode: "same-version" } });
  await drain();
  expect(await getRun({ ctx, input: { id: runId ?? "" } })).toMatchObject({
    status: "delivered",
    steps: [{ status: "succeeded", input: waiting?.steps[0]?.input }],
  });
  expect(await made()).toMatchObject({ messages: 1 });
});

describe("a replay from the start", () => {
  test("does all again, and says before that the app may do it twice", async () => {
    const { failOne, repair, replay, drain, made, run } = await setScene();
    const failed = await failOne();
    await repair();
    const { steps, runId } = await replay(failed.id, "from-start");
    expect(effects(steps)).toEqual([
      ["message", "mayRepeat"],
      ["row", "runs"],
    ]);
    await drain();
    expect(await run(runId)).toMatchObject({ status: "delivered", version: 2 });
    expect(await made()).toEqual({ messages: 2, rows: 1 });
  });

  test("is of a run that went well, too", async () => {
    const { ctx, runs, replay, drain, made } = await setScene();
    await acceptEvents({
      ctx,
      input: { id: "order-1", type: "order.paid", data: { ...orderPaid.example, note: "No onions" } },
    });
    await drain();
    const [done] = await runs();
    await expect(replay(done?.id ?? "", "same-version")).rejects.toMatchObject({
      status: 409,
      code: "nothing_to_replay",
    });
    await replay(done?.id ?? "", "from-start");
    await drain();
    expect(await made()).toEqual({ messages: 2, rows: 2 });
  });
});

test("what another run of the event has done may be done again by a replay from the start", async () => {
  const { ctx, failOne, repair, replay, drain } = await setScene();
  const failed = await failOne();
  await repair();
  const { runId } = await replay(failed.id, "from-start");
  await drain();
  await db().execute(
    sql`DELETE FROM delivery_steps WHERE merchant_id = ${ctx.merchantId} AND delivery_id = ${runId}`,
  );
  const { steps } = await replay(runId ?? "", "from-start", true);
  expect(effects(steps)).toEqual([
    ["message", "mayRepeat"],
    ["row", "runs"],
  ]);
});
