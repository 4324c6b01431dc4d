import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { resumeAutomation } from "#lib/automations/resume-automation.ts";
import { runAutomation } from "#lib/automations/sending/run-automation.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { newId } from "#lib/ids.ts";
import { pruneHistory } from "#lib/maintenance/prune-history.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, keepAnswers, loseAnswer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import type { FaultKind } from "#lib/sandbox/fault-schema.ts";
import { confirmAttention } from "./confirm-attention.ts";
import { listAttention } from "./list-attention.ts";
import { raiseUnreached } from "./raise-unreached.ts";

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

/** A kitchen whose row has to be written within a minute; else it is told in Slack, or people by e-mail. */
async function openWatched(way: "slack" | "mail" = "slack") {
  const kitchen = await openKitchen(({ message, row }) => {
    const { integrationId, action, mapping } = message;
    const otherwise = way === "mail" ? null : { integrationId, action, mapping };
    return { steps: [{ ...row, mustReach: { withinSeconds: 60, otherwise } }] };
  });
  const { ctx, send, drain } = kitchen;
  const userId = newId("usr");
  const email = `${userId}@example.com`;
  await db().insert(users).values({ id: userId, email, name: "Ana", passwordHash: "none" });
  await db().insert(memberships).values({ merchantId: ctx.merchantId, userId, role: "owner" });
  const person: Ctx = { ...ctx, actor: { kind: "user", id: userId, role: "owner" } };
  const fail = (provider: string, kind: FaultKind) =>
    switchFaultOn({ merchantId: ctx.merchantId, provider, kind, times: 50 });
  const timeIsUp = async () => {
    await db().execute(
      sql`UPDATE must_reach SET due_at = now() WHERE merchant_id = ${ctx.merchantId} AND due_at IS NOT NULL`,
    );
    await raiseUnreached({ budgetMs: 20_000 });
  };
  return {
    ...kitchen,
    person,
    email,
    failRow: () => fail("google-sheets", "server_error"),
    failMessage: (kind: FaultKind = "server_error") => fail("slack", kind),
    mend: () => db().execute(sql`DELETE FROM sandbox_faults WHERE merchant_id = ${ctx.merchantId}`),
    timeIsUp,
    /** An order comes, its row is not written, and its minute passes. */
    async missOne() {
      await fail("google-sheets", "server_error");
      await send();
      await drain();
      await timeIsUp();
    },
    cards: async () => (await listAttention({ ctx, input: {} })).data,
    rows: async () => [
      ...(await db().execute(sql`SELECT status, code, params, due_at IS NULL AS "isOver" FROM must_reach
        WHERE merchant_id = ${ctx.merchantId}`)),
    ],
    subjects: async () => (await listNotices({ ctx, input: {} })).data.map(({ subject }) => subject),
  };
}

test("a step that succeeds in time is told of to nobody", async () => {
  const { send, drain, timeIsUp, cards, rows, made } = await openWatched();
  await send();
  await drain();
  expect(await rows()).toMatchObject([{ status: "reached", isOver: true }]);
  await timeIsUp();
  expect(await cards()).toEqual([]);
  expect(await made()).toEqual({ messages: 0, rows: 1 });
});

test("one that does not is a card, and its second way is gone once", async () => {
  const { missOne, timeIsUp, cards, made, automation } = await openWatched();
  await missOne();
  expect(await made()).toEqual({ messages: 1, rows: 0 });
  expect(await cards()).toMatchObject([
    {
      status: "open",
      automationId: automation.id,
      automationName: "Kitchen",
      eventId: "order-1",
      summary: expect.stringContaining("Order"),
      step: { key: "row", title: "Add a row", provider: "google-sheets" },
      withinSeconds: 60,
      message: expect.stringContaining("was not done within 60 seconds"),
      secondWay: "The second way worked: Slack has done it.",
      reachedAt: null,
    },
  ]);
  await timeIsUp();
  expect(await made()).toEqual({ messages: 1, rows: 0 });
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

describe("the second way", () => {
  test("is gone once by several processes at a time", async () => {
    const { failRow, send, drain, made, ctx } = await openWatched();
    await failRow();
    await send();
    await drain();
    await db().execute(sql`UPDATE must_reach SET due_at = now() WHERE merchant_id = ${ctx.merchantId}`);
    await Promise.all([1, 2, 3].map(() => raiseUnreached({ budgetMs: 20_000 })));
    expect(await made()).toEqual({ messages: 1, rows: 0 });
  });

  test("is gone once where a process died before it could write down what the app had done", async () => {
    const { missOne, timeIsUp, made, ctx, cards } = await openWatched();
    await missOne();
    await db().execute(sql`UPDATE must_reach SET code = NULL, params = NULL, due_at = now()
      WHERE merchant_id = ${ctx.merchantId}`);
    await timeIsUp();
    expect(await made()).toEqual({ messages: 1, rows: 0 });
    expect(await cards()).toMatchObject([{ secondWay: "The second way worked: Slack has done it." }]);
  });

  test("is gone once with each answer of the app lost in turn", async () => {
    for (let index = 0; index < 20; index += 1) {
      const { failRow, send, drain, timeIsUp, made, rows } = await openWatched();
      await failRow();
      await send();
      await drain();
      loseAnswer(index);
      await timeIsUp();
      const wereAllKept = keepAnswers();
      await timeIsUp();
      expect(await rows()).toMatchObject([{ status: "raised", code: "second_way_done", isOver: true }]);
      expect(await made()).toEqual({ messages: 1, rows: 0 });
      if (wereAllKept) return;
    }
    throw new Error("The second way made more calls than were looked for.");
  });

  test("is tried again while it fails, and in the end people are told by e-mail, once", async () => {
    const { missOne, failMessage, timeIsUp, rows, subjects } = await openWatched();
    await failMessage();
    await missOne();
    expect(await rows()).toMatchObject([{ code: "second_way_failed", params: { tries: 1 }, isOver: false }]);
    expect(await subjects()).toEqual([]);
    for (let tries = 2; tries <= 8; tries += 1) await timeIsUp();
    expect(await rows()).toMatchObject([{ code: "second_way_given_up", params: { tries: 8 }, isOver: true }]);
    expect(await subjects()).toEqual([expect.stringMatching(/^Order \S+ needs attention$/)]);
  });

  test("tells people by e-mail at once where its connection needs them, and goes on trying", async () => {
    const { missOne, failMessage, timeIsUp, mend, rows, subjects, made } = await openWatched();
    await failMessage("unauthorised");
    await missOne();
    await timeIsUp();
    expect(await subjects()).toHaveLength(1);
    await mend();
    await timeIsUp();
    expect(await rows()).toMatchObject([{ code: "second_way_done" }]);
    expect(await made()).toMatchObject({ messages: 1 });
  });

  test("is an e-mail to the people of the merchant where none is set", async () => {
    const { missOne, timeIsUp, cards, ctx, person } = await openWatched("mail");
    await missOne();
    await timeIsUp();
    const { data } = await listNotices({ ctx: person, input: {} });
    expect(data).toMatchObject([{ subject: expect.stringContaining("needs attention") }]);
    const [card] = await cards();
    expect(card).toMatchObject({ secondWay: "The owners and admins were told by email." });
    expect(data[0]?.runId).toBe(card?.runId);
    expect((await listNotices({ ctx, input: {} })).data).toHaveLength(1);
  });
});

describe("a card", () => {
  test("says that the step succeeded after all, and stays until a person confirms it", async () => {
    const { missOne, mend, ctx, drain, cards, delivery, made } = await openWatched();
    await missOne();
    await mend();
    await retryDelivery({ ctx, input: { id: (await delivery()).id } });
    await drain();
    expect(await made()).toEqual({ messages: 1, rows: 1 });
    const [card] = await cards();
    expect(card).toMatchObject({ status: "open", reachedAt: expect.any(String) });
    expect(card?.message).toContain("was done, but not within 60 seconds");
  });

  test("is closed by the first who confirms it, and the others are told who that was", async () => {
    const { missOne, cards, person, email, ctx } = await openWatched();
    await missOne();
    const [card] = await cards();
    const input = { id: card?.id };
    const answers = await Promise.all([1, 2, 3].map(() => confirmAttention({ ctx: person, input })));
    expect(new Set(answers.map(({ status, confirmedBy }) => `${status} ${confirmedBy}`))).toEqual(
      new Set([`confirmed ${email}`]),
    );
    expect(new Set(answers.map(({ confirmedAt }) => confirmedAt)).size).toBe(1);
    expect(await cards()).toEqual([]);
    const audit = await db().execute(sql`SELECT action FROM audit_log
      WHERE merchant_id = ${ctx.merchantId} AND action = 'attention.confirmed'`);
    expect(audit).toHaveLength(1);
  });

  test("that was confirmed has its second way tried no more", async () => {
    const { missOne, failMessage, mend, timeIsUp, cards, person, made } = await openWatched();
    await failMessage();
    await missOne();
    const [card] = await cards();
    await confirmAttention({ ctx: person, input: { id: card?.id } });
    await mend();
    await timeIsUp();
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });

  test("is nobody else's, and nothing to confirm before its time", async () => {
    const { failRow, send, drain, ctx, rows, delivery } = await openWatched();
    await failRow();
    await send();
    await drain();
    const id = `${(await delivery()).id}-0`;
    await expect(confirmAttention({ ctx, input: { id } })).rejects.toMatchObject({ code: "not_raised" });
    const stranger = await createTestMerchant();
    await expect(confirmAttention({ ctx: stranger, input: { id } })).rejects.toMatchObject({ status: 404 });
    expect(await rows()).toMatchObject([{ status: "watching" }]);
  });

  test("is dropped with the history", async () => {
    const { missOne, rows } = await openWatched();
    await missOne();
    await pruneHistory();
    expect(await rows()).toHaveLength(1);
    await pruneHistory(Date.now() + 400 * 24 * 60 * 60_000);
    expect(await rows()).toEqual([]);
  });
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
