import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { like, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/tenancy.ts";
import { newId } from "#lib/ids.ts";
import { pruneHistory } from "#lib/maintenance/prune-history.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { pauseIntegration, pauseLeftMs } from "./pause-integration.ts";
import { takeFromBudget } from "./take-from-budget.ts";

vi.unmock("./budget-second.ts");

type Limit = { requests: number; seconds: number };

/** A provider of the test's own, so that no other test takes from its app's budget. */
function providerWith(perIntegration: Limit, perApp: Limit | null = null) {
  return { id: newId("sbx"), name: "Shopify", rateLimit: { perIntegration, perApp } };
}

/** A window that no test outlives, however busy the machine. */
const hour = 3_600;

const plenty = { requests: 1_000, seconds: hour };
const catchFailure = (taking: Promise<void>) => taking.then(() => null).catch((error: unknown) => error);

/** How many of so many takes at once are granted. */
async function countGranted(takes: Promise<void>[]): Promise<number> {
  const results = await Promise.allSettled(takes);
  return results.filter((result) => result.status === "fulfilled").length;
}

test("a window grants what it holds and no more, whatever the limit, the costs and the order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 20 }),
      async (requests, costs) => {
        const provider = providerWith({ requests, seconds: hour });
        const integrationId = newId("int");
        const outcomes = await Promise.all(
          costs.map(async (cost) => ({
            cost: Math.min(cost, requests),
            failure: await catchFailure(takeFromBudget({ provider, integrationId, cost })),
          })),
        );
        const spent = outcomes.reduce((sum, { cost, failure }) => sum + (failure ? 0 : cost), 0);
        const asked = outcomes.reduce((sum, { cost }) => sum + cost, 0);
        expect(spent).toBeLessThanOrEqual(requests);
        expect(spent).toBeGreaterThan(0);
        if (asked <= requests) expect(spent).toBe(asked);
        for (const { failure } of outcomes) {
          if (failure !== null) expect(failure).toMatchObject({ kind: "rate_limited" });
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("two processes share one budget", async () => {
  const order = {
    integrationId: newId("int"),
    rateLimit: { perIntegration: { requests: 7, seconds: hour }, perApp: null },
    takes: 10,
  };
  const takerFile = fileURLToPath(new URL("./testing/taker-process.ts", import.meta.url));
  const takers = await Promise.all(
    [1, 2].map(async () => {
      const taker = spawn(process.execPath, [takerFile], {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: { ...process.env, NODE_OPTIONS: "" },
      });
      onTestFinished(() => void taker.kill("SIGKILL"));
      await once(taker, "message");
      return taker;
    }),
  );
  const answers = takers.map(async (taker) => Number((await once(taker, "message"))[0]));
  for (const taker of takers) taker.send(order);
  const granted = await Promise.all(answers);
  expect(granted.reduce((sum, each) => sum + each, 0)).toBe(7);
});

test("integrations of one app share its budget, and a full integration takes nothing from it", async () => {
  const provider = providerWith({ requests: 3, seconds: hour }, { requests: 5, seconds: hour });
  const [busy, other] = [newId("int"), newId("int")];
  const takes = (integrationId: string, total: number) =>
    Array.from({ length: total }, () => takeFromBudget({ provider, integrationId }));
  expect(await countGranted(takes(busy, 20))).toBe(3);
  expect(await countGranted(takes(other, 20))).toBe(2);
});

test("a wait of at most 10 s is waited for, and the next window holds no more than the first", async () => {
  const provider = providerWith({ requests: 2, seconds: 1 });
  const integrationId = newId("int");
  const startedAt = Date.now();
  const elapsedMs = await Promise.all(
    Array.from({ length: 6 }, async () => {
      await takeFromBudget({ provider, integrationId });
      return Date.now() - startedAt;
    }),
  );
  elapsedMs.sort((a, b) => a - b);
  // The first window begins no sooner than the first try, and a busy machine only makes it later.
  expect(elapsedMs[2]).toBeGreaterThanOrEqual(1_000 - 2);
  expect(elapsedMs[4]).toBeGreaterThanOrEqual(2_000 - 4);
});

/** When the window ends that is counted under a name, in ms since 1970. */
async function readWindowEnd(name: string): Promise<number> {
  const [row] = await db()
    .select()
    .from(rateLimits)
    .where(like(rateLimits.key, `%${name}`));
  return row?.expire?.getTime() ?? Number.NaN;
}

/** A take that is refused, and what was left of the window, or pause, before and after it was tried, in ms. */
async function catchRefusal(taking: Parameters<typeof takeFromBudget>[0], name: string) {
  const endsAt = await readWindowEnd(name);
  const before = endsAt - Date.now();
  const failure = await catchFailure(takeFromBudget(taking));
  if (!(failure instanceof ProviderError) || failure.retryAfterMs === undefined) throw failure;
  const { kind, code, params, retryAfterMs } = failure;
  // The database's clock and ours may be told in steps of a millisecond.
  const leftMs = { before: before + 2, after: endsAt - Date.now() - 2 };
  return { failure: { kind, code, params, retryAfterMs }, leftMs };
}

test("a place is taken again once its window has ended in the wait for the app's", async () => {
  const provider = providerWith({ requests: 1, seconds: 1 }, { requests: 1, seconds: 2 });
  await takeFromBudget({ provider, integrationId: newId("int") });
  const waitedUntil = await readWindowEnd(`app:${provider.id}`);
  const integrationId = newId("int");
  await takeFromBudget({ provider, integrationId });
  expect(await readWindowEnd(integrationId)).toBeGreaterThan(waitedUntil);
});

test("a longer wait is refused at once, with the time and a plain sentence", async () => {
  const provider = providerWith({ requests: 1, seconds: hour });
  const integrationId = newId("int");
  await takeFromBudget({ provider, integrationId });
  const { failure, leftMs } = await catchRefusal({ provider, integrationId }, integrationId);
  expect(failure).toMatchObject({
    kind: "rate_limited",
    code: "app_own_limit",
    params: { app: "Shopify", unit: "minute", count: Math.ceil(failure.retryAfterMs / 60_000) },
  });
  expect(failure.retryAfterMs).toBeLessThanOrEqual(leftMs.before);
  expect(failure.retryAfterMs).toBeGreaterThanOrEqual(leftMs.after);
});

test("a pause holds one integration back and no other, nor the app's budget", async () => {
  const provider = providerWith(plenty, { requests: 3, seconds: hour });
  const [paused, other] = [newId("int"), newId("int")];
  await pauseIntegration(paused, 20 * 60_000);
  expect(
    await countGranted(Array.from({ length: 5 }, () => takeFromBudget({ provider, integrationId: paused }))),
  ).toBe(0);
  const { failure, leftMs } = await catchRefusal({ provider, integrationId: paused }, paused);
  expect(failure).toMatchObject({
    kind: "rate_limited",
    code: "app_slow_down",
    params: { app: "Shopify", unit: "minute", count: Math.ceil(failure.retryAfterMs / 60_000) },
  });
  expect(failure.retryAfterMs).toBeLessThanOrEqual(leftMs.before);
  expect(failure.retryAfterMs).toBeGreaterThanOrEqual(leftMs.after);
  expect(await countGranted([1, 2, 3].map(() => takeFromBudget({ provider, integrationId: other })))).toBe(3);
});

test("a short pause is waited for", async () => {
  const integrationId = newId("int");
  await pauseIntegration(integrationId, 600);
  const pausedUntil = await readWindowEnd(integrationId);
  await takeFromBudget({ provider: providerWith(plenty), integrationId });
  // The database's clock and ours may be told in steps of a millisecond.
  expect(Date.now()).toBeGreaterThanOrEqual(pausedUntil - 2);
});

/** As if so many seconds had passed for everything that is counted for an integration. */
async function letSecondsPass(integrationId: string, seconds: number): Promise<void> {
  await db()
    .update(rateLimits)
    .set({ expire: sql`${rateLimits.expire} - make_interval(secs => ${seconds})` })
    .where(like(rateLimits.key, `%${integrationId}%`));
}

test("a pause outlasts the window, a shorter one after it, and the forgetting of old counters", async () => {
  const provider = providerWith({ requests: 1, seconds: 1 });
  const integrationId = newId("int");
  await takeFromBudget({ provider, integrationId });
  await pauseIntegration(integrationId, 3_600_000);
  await pauseIntegration(integrationId, 10);
  await letSecondsPass(integrationId, 20);
  await pruneHistory();
  expect(await catchFailure(takeFromBudget({ provider, integrationId }))).toMatchObject({
    kind: "rate_limited",
    code: "app_slow_down",
  });
  await letSecondsPass(integrationId, 3_600);
  expect(await catchFailure(takeFromBudget({ provider, integrationId }))).toBeNull();
});

test("a short pause does not open a new window early", async () => {
  const provider = providerWith({ requests: 1, seconds: 3_600 });
  const integrationId = newId("int");
  await takeFromBudget({ provider, integrationId });
  await pauseIntegration(integrationId, 30_000);
  await letSecondsPass(integrationId, 60);
  expect(await catchFailure(takeFromBudget({ provider, integrationId }))).toMatchObject({
    kind: "rate_limited",
    code: "app_own_limit",
  });
});

test("a pause is at most a day, and what is no time is no pause", async () => {
  const integrationId = newId("int");
  for (const ms of [0, -5, Number.NaN]) await pauseIntegration(integrationId, ms);
  expect(await pauseLeftMs(integrationId)).toBe(0);
  const dayMs = 24 * 60 * 60_000;
  const from = Date.now();
  await pauseIntegration(integrationId, Number.POSITIVE_INFINITY);
  const left = await pauseLeftMs(integrationId);
  expect(left).toBeLessThanOrEqual(dayMs);
  expect(left).toBeGreaterThanOrEqual(dayMs - (Date.now() - from) - 2);
});
