import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import { raiseUnreached } from "./raise-unreached.ts";
import { openWatched } from "./testing/watched.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** Has Slack's action throw something that is no answer of Slack's, while the work is done. */
async function withBrokenSlack(work: () => Promise<void>): Promise<void> {
  const action = slack.actions["send-message"];
  if (!action) throw new Error("Slack sends no message.");
  const { run } = action;
  action.run = async () => {
    throw new TypeError("Something of ours broke.");
  };
  try {
    await work();
  } finally {
    action.run = run;
  }
}

describe("a fault of ours", () => {
  test("in the second way is on the card, told by email once, and tried again a bounded number of times", async () => {
    const { missOne, timeIsUp, cards, rows, subjects, made } = await openWatched();
    await withBrokenSlack(async () => {
      await missOne();
      expect(await rows()).toMatchObject([
        { status: "raised", code: "second_way_failed", params: { tries: 1, isMailed: true }, isOver: false },
      ]);
      expect(await cards()).toMatchObject([
        { secondWay: expect.stringMatching(/tried again: Patchbay had a problem on its side/) },
      ]);
      for (let tries = 0; tries < 12; tries += 1) await timeIsUp();
    });
    expect(await rows()).toMatchObject([{ code: "second_way_given_up", isOver: true }]);
    expect(await subjects()).toHaveLength(1);
    await timeIsUp();
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });

  test("that passes is over: the second way is taken", async () => {
    const { missOne, timeIsUp, cards, made } = await openWatched();
    await withBrokenSlack(missOne);
    await timeIsUp();
    expect(await made()).toEqual({ messages: 1, rows: 0 });
    expect(await cards()).toMatchObject([{ secondWay: "The fallback worked: Slack has done it." }]);
  });

  test("in what is known of the run is a card, and not looked at forever", async () => {
    const { ctx, failRow, send, drain, timeIsUp, cards, rows } = await openWatched();
    await failRow();
    await send();
    await drain();
    await db().execute(sql`UPDATE event_payloads SET data = '[]' WHERE merchant_id = ${ctx.merchantId}`);
    for (let tries = 0; tries < 10; tries += 1) await timeIsUp();
    expect(await rows()).toMatchObject([{ status: "raised", code: "second_way_given_up", isOver: true }]);
    expect(await cards()).toMatchObject([
      {
        status: "open",
        secondWay: "The fallback has failed: Patchbay had a problem on its side, which is in its log.",
      },
    ]);
  });
});

test("a card that is confirmed in the very moment in which its second way is due has none taken", async () => {
  const { ctx, failRow, send, drain, made, rows } = await openWatched();
  await failRow();
  await send();
  await drain();
  await db().execute(sql`UPDATE must_reach SET due_at = now(), status = 'raised', raised_at = now()
    WHERE merchant_id = ${ctx.merchantId}`);
  let asked = 0;
  const stop = watchExchanges(() => {
    asked += 1;
  });
  let raising: Promise<unknown> = Promise.resolve();
  await db().transaction(async (tx) => {
    // Whoever looks at the step now has claimed it, and waits for this before it writes that the second way begins.
    await tx.execute(sql`LOCK TABLE integrations IN ACCESS EXCLUSIVE MODE`);
    raising = raiseUnreached({ budgetMs: 20_000 });
    await vi.waitFor(
      async () => {
        const waiting = await tx.execute(sql`SELECT 1 FROM pg_locks
          WHERE NOT granted AND relation = 'integrations'::regclass`);
        expect(waiting).not.toHaveLength(0);
      },
      { timeout: 15_000, interval: 20 },
    );
    await tx.execute(sql`UPDATE must_reach SET status = 'confirmed', confirmed_at = now(), due_at = NULL
      WHERE merchant_id = ${ctx.merchantId}`);
  });
  await raising;
  stop();
  expect(asked).toBe(0);
  expect(await made()).toEqual({ messages: 0, rows: 0 });
  expect(await rows()).toMatchObject([{ status: "confirmed", code: null, isOver: true }]);
});
