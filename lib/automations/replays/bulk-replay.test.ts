import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { field } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, keepAnswers } from "#lib/providers/testing/sandbox-server.ts";
import { setScene } from "./testing/scene.ts";

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

  test("they go one after the other, in the order of their events, also where one was replayed before", async () => {
    const { ctx, failOne, repair, replay, replayAll, drain } = await setScene();
    const ids = ["a", "b", "c", "d", "e", "f"];
    const [oldest] = [await failOne("a")];
    for (const id of ids.slice(1)) await failOne(id);
    // It fails again, and the run that is there of the oldest event is now the youngest.
    await replay(oldest.id, "same-version");
    await drain();
    await repair();
    const append = googleSheets.actions["append-row"];
    if (!append) throw new Error("Google Sheets appends no row.");
    const { run } = append;
    let [underWay, most] = [0, 0];
    append.run = async (call, input) => {
      underWay += 1;
      most = Math.max(most, underWay);
      return run(call, input).finally(() => {
        underWay -= 1;
      });
    };
    try {
      const { planId } = await replayAll({ mode: "live-version", plan: true });
      await replayAll({ mode: "live-version", planId });
      await drain();
    } finally {
      append.run = run;
    }
    expect(most).toBe(1);
    const rows = await db().execute<{ number: string }>(sql`
      SELECT sandbox_objects.data -> 'cells' ->> 0 AS number FROM sandbox_objects
      JOIN sandbox_accounts ON sandbox_accounts.id = account_id
      WHERE merchant_id = ${ctx.merchantId} AND kind = 'row' ORDER BY position DESC LIMIT ${ids.length}`);
    expect(rows.map(({ number }) => number).toReversed()).toEqual(ids);
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
    expect(performance.now() - startedAt).toBeLessThan(40_000);
    const rows = await db().execute<{ total: number }>(sql`SELECT count(*)::int AS total FROM deliveries
      WHERE merchant_id = ${ctx.merchantId} AND replay_id = ${made.replayId}`);
    expect(rows[0]?.total).toBe(500);
    expect((await runs())[0]).toMatchObject({ replayId: made.replayId, eventId: "order-502" });
  });
});
