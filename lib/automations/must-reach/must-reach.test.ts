import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { pruneHistory } from "#lib/maintenance/prune-history.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, keepAnswers, loseAnswer } from "#lib/providers/testing/sandbox-server.ts";
import { confirmAttention } from "./confirm-attention.ts";
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
      message: expect.stringContaining("was not done within 1 minute"),
      secondWay: "The fallback worked: Slack has done it.",
      reachedAt: null,
    },
  ]);
  await timeIsUp();
  expect(await made()).toEqual({ messages: 1, rows: 0 });
});

test("its run says so too, also once a person has confirmed it", async () => {
  const { missOne, ctx, person, cards } = await openWatched();
  await missOne();
  const [card] = await cards();
  const late = async () => (await getRun({ ctx, input: { id: card?.runId ?? "" } })).steps[0]?.late;
  const secondWay = "The fallback worked: Slack has done it.";
  expect(await late()).toMatchObject({ withinSeconds: 60, secondWay, confirmedAt: null });
  await confirmAttention({ ctx: person, input: { id: card?.id ?? "" } });
  expect(await late()).toMatchObject({ secondWay, confirmedAt: expect.any(String) });
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
    expect(await cards()).toMatchObject([{ secondWay: "The fallback worked: Slack has done it." }]);
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

  test("is tried again while it fails, and in the end people are told by email, once", async () => {
    const { missOne, failMessage, timeIsUp, rows, subjects } = await openWatched();
    await failMessage();
    await missOne();
    expect(await rows()).toMatchObject([{ code: "second_way_failed", params: { tries: 1 }, isOver: false }]);
    expect(await subjects()).toEqual([]);
    for (let tries = 2; tries <= 8; tries += 1) await timeIsUp();
    expect(await rows()).toMatchObject([{ code: "second_way_given_up", params: { tries: 8 }, isOver: true }]);
    expect(await subjects()).toEqual([expect.stringMatching(/^Order \S+ needs attention$/)]);
  });

  test("tells people by email at once where its connection needs them, and goes on trying", async () => {
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

  test("is an email to the people of the merchant where none is set", async () => {
    const { missOne, timeIsUp, cards, ctx, person } = await openWatched("mail");
    await missOne();
    await timeIsUp();
    const { data } = await listNotices({ ctx: person, input: {} });
    expect(data).toMatchObject([{ subject: expect.stringMatching(/^Order \S+ needs attention$/) }]);
    expect(data[0]?.body).toMatch(
      /^“Add a row” of the automation “Kitchen” was not done within 1 minute for order \S+\./,
    );
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
    expect(card?.message).toContain("was done, but not within 1 minute");
  });

  test("is closed by the first who confirms it, and the others are told who that was", async () => {
    const { missOne, cards, person, email, ctx } = await openWatched();
    await missOne();
    const [card] = await cards();
    const input = { id: card?.id ?? "" };
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
    await confirmAttention({ ctx: person, input: { id: card?.id ?? "" } });
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

  test("is none for a step that was reached in time", async () => {
    const { send, drain, ctx, delivery, rows } = await openWatched();
    await send();
    await drain();
    const id = `${(await delivery()).id}-0`;
    await expect(confirmAttention({ ctx, input: { id } })).rejects.toMatchObject({ code: "not_raised" });
    expect(await rows()).toMatchObject([{ status: "reached" }]);
  });

  test("is listed page by page, the newest first", async () => {
    const { failRow, sendNumbered, drain, timeIsUp, ctx } = await openWatched();
    await failRow();
    await sendNumbered([1, 2, 3]);
    await drain();
    await timeIsUp();
    const first = await listAttention({ ctx, input: { limit: 2 } });
    const second = await listAttention({ ctx, input: { limit: 2, cursor: first.nextCursor ?? undefined } });
    expect(second.nextCursor).toBeNull();
    const listed = [...first.data, ...second.data].map(({ runId }) => runId);
    expect(listed).toHaveLength(3);
    expect(listed).toEqual(listed.toSorted().toReversed());
    const system = { ...ctx, actor: { kind: "system" as const, name: "keeper" } };
    const [newest] = first.data;
    const confirmed = await confirmAttention({ ctx: system, input: { id: newest?.id ?? "" } });
    expect(confirmed).toMatchObject({ confirmedBy: "keeper" });
    const open = await listAttention({ ctx, input: {} });
    expect(open.data.map(({ runId }) => runId)).toEqual(listed.slice(1));
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
