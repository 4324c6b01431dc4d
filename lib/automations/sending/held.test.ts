import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { judge } from "#lib/engine/judge.ts";
import { recordAttempts } from "#lib/engine/record-attempts.ts";
import { env } from "#lib/env.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { checkDueIntegrations } from "#lib/integrations/health/check-due.ts";
import { releaseHealed } from "#lib/integrations/health/held-runs.ts";
import { getOverview } from "#lib/overview/get-overview.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import { runAutomation } from "./run-automation.ts";
import { automationSender } from "./sender.ts";
import { openClosedKitchen } from "./testing/closed-kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

describe("a connection that lets nobody in holds the run", () => {
  test("which is not failing, is told as held, and goes on on its own once a check finds it well", async () => {
    const { ctx, send, drain, check, runs, delivery, posted, failingSince } = await openClosedKitchen();
    await send();
    await drain();
    const held = await delivery();
    const holdMs = env().HOLD_DAYS * 24 * 60 * 60 * 1_000;
    expect(held).toMatchObject({ status: "held", heldFor: "connection", attempts: 1 });
    const acceptedAt = new Date(held.createdAt).getTime();
    // It counts from the run, which a busy machine begins some seconds after the acceptance.
    expect(new Date(held.heldUntil ?? 0).getTime() - acceptedAt).toBeLessThan(holdMs + 60_000);
    expect(new Date(held.heldUntil ?? 0).getTime() - acceptedAt).toBeGreaterThan(holdMs - 1_000);
    expect(held.attemptLog).toMatchObject([{ outcome: "held", failureCode: "auth", nextAttemptAt: null }]);
    expect(await failingSince()).toBeNull();
    expect(await runs("held")).toMatchObject([
      { status: "held", heldFor: "connection", steps: [{ status: "held", input: { text: "Order 1042" } }] },
    ]);
    expect(await runs("pending")).toEqual([]);
    expect((await listDeliveries({ ctx, input: { status: "held" } })).data).toHaveLength(1);
    expect((await getOverview({ ctx })).last24h).toMatchObject({ held: 1, pending: 0 });

    await check();
    await drain();
    expect(await delivery()).toMatchObject({
      status: "delivered",
      heldFor: null,
      attempts: 2,
      attemptLog: [{ outcome: "held" }, { outcome: "delivered" }],
    });
    expect(await posted()).toEqual(["Order 1042"]);
  });

  test("and is looked at again soon, by the check of connections alone", async () => {
    const { integrationId, send, drain, posted } = await openClosedKitchen();
    await send();
    await drain();
    const [row] = await db()
      .select({ nextCheckAt: integrations.nextCheckAt })
      .from(integrations)
      .where(eq(integrations.id, integrationId));
    expect((row?.nextCheckAt.getTime() ?? 0) - Date.now()).toBeLessThan(60_000);
    await db().execute(sql`UPDATE integrations SET next_check_at = CASE WHEN id = ${integrationId}
      THEN now() - interval '1 day' ELSE now() + interval '1 day' END`);
    await checkDueIntegrations();
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
  });

  test("what comes meanwhile does not ask the app, and all of it goes on in the order of acceptance", async () => {
    const { sendNumbered, send, drain, check, runs, posted } = await openClosedKitchen();
    await send();
    await drain();
    let exchanges = 0;
    const stop = watchExchanges(() => {
      exchanges += 1;
    });
    const numbers = Array.from({ length: 8 }, (_, index) => 130 - index);
    await sendNumbered(numbers.slice(0, 5));
    await drain();
    await sendNumbered(numbers.slice(5));
    await drain();
    stop();
    expect(exchanges).toBe(0);
    expect(await runs("held")).toHaveLength(9);
    await check();
    await sendNumbered([7, 3]);
    await drain();
    expect(await posted()).toEqual(["1042", ...numbers, "7", "3"].map((number) => `Order ${number}`));
  });

  test("until it is connected again", async () => {
    const { ctx, integrationId, send, drain, posted } = await openClosedKitchen();
    await send();
    await drain();
    await connectedIn(ctx, { provider: "slack", query: { integrationId } });
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
  });

  test("also one that was disconnected, and is connected again", async () => {
    const { ctx, integrationId, send, drain, runs, posted, check } = await openClosedKitchen();
    // The first uses up what is refused.
    await check();
    await check();
    await disconnect({ ctx, input: { id: integrationId } });
    await send();
    await drain();
    expect(await runs()).toMatchObject([{ status: "held", heldFor: "connection" }]);
    await releaseHealed();
    expect(await runs()).toMatchObject([{ status: "held" }]);
    await connectedIn(ctx, { provider: "slack", query: { integrationId } });
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
  });

  test("a permission that is missing holds too, until it is granted", async () => {
    const { integrationId, send, drain, check, runs, posted } = await openClosedKitchen();
    await check();
    await check();
    await db().update(integrations).set({ scopes: [] }).where(eq(integrations.id, integrationId));
    await send();
    await drain();
    expect(await runs()).toMatchObject([{ status: "held", heldFor: "connection" }]);
    await check();
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
  });
});

test("a connection that heals before the run is written as held lets it go all the same", async () => {
  const { send, claim, check, drain, posted, automation, ctx } = await openClosedKitchen();
  await send();
  const delivery = await claim();
  const result = await runAutomation(delivery);
  expect(result.held).toMatchObject({ for: "connection" });
  await check();
  const destination = { id: automation.id, merchantId: ctx.merchantId, kind: "automation", version: "1" };
  const rest = { retrySchedule: [60], timeoutMs: 30_000, maxPerSecond: null, maxInFlight: null };
  const due = { ...destination, ...rest, orderedUntil: null, failingSince: null, isSuccessWanted: false };
  const attempt = judge({ delivery, destination: due, startedAt: new Date(), result });
  await recordAttempts([automationSender], [attempt]);
  await drain();
  expect(await posted()).toEqual(["Order 1042"]);
});

test("a run that a process which died left behind is let go by the minute's look", async () => {
  const { send, drain, check, posted, integrationId, ctx } = await openClosedKitchen();
  await send();
  await drain();
  const queue = await db().execute(sql`SELECT * FROM delivery_queue WHERE merchant_id = ${ctx.merchantId}`);
  await check();
  await db().execute(sql`UPDATE delivery_queue SET held_for = 'connection', held_id = ${integrationId},
    due_at = ${queue[0]?.due_at}::timestamptz WHERE merchant_id = ${ctx.merchantId}`);
  await drain();
  expect(await posted()).toEqual([]);
  await releaseHealed();
  await drain();
  expect(await posted()).toEqual(["Order 1042"]);
});

test("what is held for too long fails, says so, and leaves the automation well", async () => {
  const { send, drain, makeDue, delivery, posted, failingSince } = await openClosedKitchen();
  await send();
  await drain();
  await makeDue();
  await drain();
  expect(await delivery()).toMatchObject({
    status: "failed",
    lastAttempt: {
      failureCode: "held_too_long",
      message: expect.stringMatching(/^It was held for \d+ days, and what it waited for did not come\./),
    },
  });
  expect(await failingSince()).toBeNull();
  expect(await posted()).toEqual([]);
});
