import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { field, openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, keepAnswers } from "#lib/providers/testing/sandbox-server.ts";

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

/** A kitchen whose second step needs a note, which the order has not. */
async function setScene() {
  const kitchen = await openKitchen(({ message, row }) => ({
    steps: [
      message,
      { ...row, mapping: { ...row.mapping, values: { kind: "list", items: [field("note")] } } },
    ],
  }));
  const { ctx, automation, drain } = kitchen;
  const sendWithoutNote = (id: string) =>
    acceptEvents({
      ctx,
      input: {
        id,
        type: "order.paid",
        data: { ...orderPaid.example, orderId: id, number: id, note: undefined },
      },
    });
  const runs = async () => (await listRuns({ ctx, input: { id: automation.id } })).data;
  const failOne = async (id = "order-1") => {
    await sendWithoutNote(id);
    await drain();
    const failed = (await runs()).find(({ eventId }) => eventId === id);
    if (!failed) throw new Error("The event made no run.");
    expect(failed).toMatchObject({
      status: "failed",
      steps: [{ status: "succeeded" }, { status: "failed" }],
    });
    return failed;
  };
  /** Publishes a version whose second step needs no note. */
  const repair = async () => {
    const { message, row } = kitchen;
    const changed = await updateAutomation({
      ctx,
      input: { id: automation.id, revision: automation.revision, steps: [message, row] },
    });
    return publishAutomation({ ctx, input: { id: automation.id, revision: changed.revision } });
  };
  const replay = (id: string, mode: string, plan?: true) => replayRun({ ctx, input: { id, mode, plan } });
  const replayAll = (input: object) => replayRuns({ ctx, input: { id: automation.id, ...input } });
  const run = (id: string | null) => getRun({ ctx, input: { id: id ?? "" } });
  return { ...kitchen, sendWithoutNote, runs, failOne, repair, replay, replayAll, run };
}

const effects = (steps: { key: string; effect: string }[]) => steps.map(({ key, effect }) => [key, effect]);

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
  const anew = await replayRun({ ctx, input: { id, mode: "live-version" } });
  await drain();
  expect(await getRun({ ctx, input: { id: anew.runId ?? "" } })).toMatchObject({ heldFor: "review" });
  await cancelDelivery({ ctx, input: { id: anew.runId ?? "" } });
  expect(await made()).toMatchObject({ messages: 0 });
  await db().execute(
    sql`DELETE FROM deliveries WHERE merchant_id = ${ctx.merchantId} AND id = ${anew.runId}`,
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
  test("does all anew, and says before that the app may do it twice", async () => {
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

describe("a replay is refused", () => {
  test("while a run of the event is under way, and one at a time is begun", async () => {
    const { failOne, repair, replay, runs, sendWithoutNote } = await setScene();
    await sendWithoutNote("order-0");
    const [pending] = await runs();
    await expect(replay(pending?.id ?? "", "from-start")).rejects.toMatchObject({ code: "run_pending" });
    const failed = await failOne();
    await repair();
    const tries = await Promise.allSettled([1, 2, 3].map(() => replay(failed.id, "live-version")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) {
      if (one.status === "rejected")
        expect(one.reason).toMatchObject({ status: 409, code: "replay_under_way" });
    }
  });

  test("of a run that was replayed since, and such a run is not gone on with by hand", async () => {
    const { ctx, failOne, repair, replay, drain, made, run } = await setScene();
    const failed = await failOne();
    await repair();
    const { runId } = await replay(failed.id, "live-version");
    const retry = () => retryDelivery({ ctx, input: { id: failed.id } });
    const refused = { status: 409, code: "replayed_since", said: { params: { run: runId } } };
    await expect(retry()).rejects.toMatchObject(refused);
    await drain();
    await expect(retry()).rejects.toMatchObject(refused);
    await expect(replay(failed.id, "live-version")).rejects.toMatchObject(refused);
    expect(await run(runId)).toMatchObject({ status: "delivered" });
    const again = await replay(runId ?? "", "from-start", true);
    expect(effects(again.steps)).toEqual([
      ["message", "mayRepeat"],
      ["row", "mayRepeat"],
    ]);
    expect(await made()).toEqual({ messages: 1, rows: 1 });
  });

  test("where the data of the event is not kept any more", async () => {
    const { ctx, failOne, replay } = await setScene();
    const failed = await failOne();
    await db().execute(sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId}`);
    await expect(replay(failed.id, "from-start")).rejects.toMatchObject({
      status: 409,
      code: "event_data_gone",
    });
  });

  test("while the automation is paused; its plan is told all the same", async () => {
    const { ctx, automation, failOne, replay } = await setScene();
    const failed = await failOne();
    await pauseAutomation({ ctx, input: { id: automation.id } });
    await replay(failed.id, "from-start", true);
    await expect(replay(failed.id, "from-start")).rejects.toMatchObject({ code: "automation_off" });
  });

  test("where the live version is about another event", async () => {
    const { ctx, automation, failOne, replay, message } = await setScene();
    const failed = await failOne();
    const changed = await updateAutomation({
      ctx,
      input: {
        id: automation.id,
        revision: automation.revision,
        eventType: "order.placed",
        steps: [message],
      },
    });
    await publishAutomation({ ctx, input: { id: automation.id, revision: changed.revision } });
    await expect(replay(failed.id, "from-start")).rejects.toMatchObject({ code: "other_event_type" });
    expect((await replay(failed.id, "same-version", true)).version).toBe(1);
  });

  test("to another merchant", async () => {
    const { automation, failOne } = await setScene();
    const failed = await failOne();
    const ctx = await createTestMerchant();
    await expect(replayRun({ ctx, input: { id: failed.id, mode: "from-start" } })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      replayRuns({ ctx, input: { id: automation.id, mode: "from-start", plan: true } }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("many at once", () => {
  test("what is carried out is the plan, once, and only the runs that failed are in it", async () => {
    const { ctx, failOne, repair, replayAll, drain, made, runs } = await setScene();
    for (const id of ["a", "b", "c"]) await failOne(id);
    await acceptEvents({
      ctx,
      input: { id: "d", type: "order.paid", data: { ...orderPaid.example, orderId: "d", note: "Well" } },
    });
    await drain();
    await repair();
    const before = await made();
    const plan = await replayAll({ mode: "live-version", plan: true });
    expect(plan).toMatchObject({
      runs: 3,
      hasMore: false,
      withoutData: 0,
      replayId: null,
      steps: [
        { key: "message", reuses: 3, runs: 0, mayRepeat: 0, finds: 0, skips: 0 },
        { key: "row", reuses: 0, runs: 3 },
      ],
    });
    expect(Date.parse(plan.expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
    const carryOut = () => replayAll({ mode: "live-version", planId: plan.planId });
    const [one, other] = await Promise.all([carryOut(), carryOut()]);
    expect(one).toEqual(other);
    expect(one.replayId).not.toBeNull();
    await drain();
    expect(await carryOut()).toEqual(one);
    await drain();
    expect(await made()).toEqual({ messages: before.messages, rows: before.rows + 3 });
    const replayed = (await runs()).filter(({ replayId }) => replayId === one.replayId);
    expect(replayed.map(({ eventId, status }) => [eventId, status]).toSorted()).toEqual([
      ["a", "delivered"],
      ["b", "delivered"],
      ["c", "delivered"],
    ]);
    expect(await replayAll({ mode: "live-version", plan: true })).toMatchObject({ runs: 0 });
  });

  test("a plan whose runs have changed, or that was asked otherwise, is not carried out", async () => {
    const { failOne, repair, replay, replayAll, drain } = await setScene();
    const first = await failOne("a");
    await failOne("b");
    const { planId } = await replayAll({ mode: "live-version", plan: true });
    const changed = { status: 409, code: "plan_changed" };
    await expect(replayAll({ mode: "from-start", planId })).rejects.toMatchObject(changed);
    await repair();
    await expect(replayAll({ mode: "live-version", planId })).rejects.toMatchObject(changed);
    const second = await replayAll({ mode: "live-version", plan: true });
    await replay(first.id, "live-version");
    await drain();
    await expect(replayAll({ mode: "live-version", planId: second.planId })).rejects.toMatchObject(changed);
    await expect(replayAll({ mode: "live-version", planId: "rpl_made-up" })).rejects.toMatchObject(changed);
  });

  test("a plan is good for a quarter of an hour, and needed", async () => {
    const { failOne, replayAll } = await setScene();
    await failOne();
    const { planId } = await replayAll({ mode: "from-start", plan: true });
    const at = (ms: number) =>
      planId.replace(/^rpl_[0-9a-f]{12}/, `rpl_${ms.toString(16).padStart(12, "0")}`);
    for (const moment of [Date.now() - 16 * 60_000, Date.now() + 60 * 60_000]) {
      await expect(replayAll({ mode: "from-start", planId: at(moment) })).rejects.toMatchObject({
        code: "plan_over",
      });
    }
    await expect(replayAll({ mode: "from-start" })).rejects.toMatchObject({
      fieldErrors: [{ path: "planId" }],
    });
  });

  test("a period, and runs without data", async () => {
    const { ctx, failOne, replayAll } = await setScene();
    await failOne("a");
    await failOne("b");
    const before = new Date(Date.now() - 60 * 60_000).toISOString();
    expect(await replayAll({ mode: "from-start", plan: true, to: before })).toMatchObject({ runs: 0 });
    expect(await replayAll({ mode: "from-start", plan: true, from: before })).toMatchObject({ runs: 2 });
    await db().execute(
      sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId} AND event_id = 'a'`,
    );
    expect(await replayAll({ mode: "from-start", plan: true })).toMatchObject({ runs: 1, withoutData: 1 });
  });

  test("of more than 500 the newest are replayed, in one transaction and in bounded time", async () => {
    const { ctx, automation, message, replayAll, drain, runs } = await setScene();
    const fails = { ...message, mapping: { ...message.mapping, text: field("note") } };
    const changed = await updateAutomation({
      ctx,
      input: { id: automation.id, revision: automation.revision, steps: [fails] },
    });
    const { revision } = await publishAutomation({
      ctx,
      input: { id: automation.id, revision: changed.revision },
    });
    const events = Array.from({ length: 503 }, (_, at) => ({
      id: `order-${at}`,
      type: "order.paid",
      data: { ...orderPaid.example, orderId: `o-${at}`, note: undefined },
    }));
    await acceptEvents({ ctx, input: events });
    await drain();
    const off = await updateAutomation({
      ctx,
      input: {
        id: automation.id,
        revision,
        steps: [
          { ...fails, mode: "off" },
          { ...message, key: "b" },
        ],
      },
    });
    await publishAutomation({ ctx, input: { id: automation.id, revision: off.revision } });
    const startedAt = performance.now();
    const plan = await replayAll({ mode: "live-version", plan: true });
    expect(plan).toMatchObject({ runs: 500, hasMore: true, steps: [{ skips: 500 }, { runs: 500 }] });
    const made = await replayAll({ mode: "live-version", planId: plan.planId });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    const rows = await db().execute<{ total: number }>(sql`SELECT count(*)::int AS total FROM deliveries
      WHERE merchant_id = ${ctx.merchantId} AND replay_id = ${made.replayId}`);
    expect(rows[0]?.total).toBe(500);
    expect((await runs())[0]).toMatchObject({ replayId: made.replayId, eventId: "order-502" });
  });
});
