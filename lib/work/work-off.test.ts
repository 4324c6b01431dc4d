import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { doublingWait, scheduledWait } from "./back-off.ts";
import { countAsRun, endRuns, goOn } from "./runs.ts";
import { workOff } from "./work-off.ts";

afterEach(goOn);

function claimFrom(rows: number[]) {
  return async () => rows.shift() ?? null;
}

test("every row is worked on, so many at once and no more", async () => {
  const done: number[] = [];
  let underWay = 0;
  let most = 0;
  const report = await workOff({
    claim: claimFrom([1, 2, 3, 4, 5, 6, 7]),
    atOnce: 3,
    budgetMs: 60_000,
    async work(row) {
      underWay += 1;
      most = Math.max(most, underWay);
      await sleep(5);
      underWay -= 1;
      done.push(row);
    },
  });
  expect(report).toEqual({ worked: 7, isMoreDue: false });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test("once the time is up nothing more is taken on, and what is under way is told", async () => {
  const seen: boolean[] = [];
  const report = await workOff({
    claim: async () => 1,
    atOnce: 1,
    budgetMs: 20,
    async work(_, isTimeUp) {
      await sleep(30);
      seen.push(isTimeUp());
    },
  });
  expect(report).toEqual({ worked: 1, isMoreDue: true });
  expect(seen).toEqual([true]);
});

test("a row whose work breaks keeps no other from its turn; the fault is told once all have ended", async () => {
  const done: number[] = [];
  const working = workOff({
    claim: claimFrom([1, 2, 3, 4]),
    atOnce: 2,
    budgetMs: 60_000,
    async work(row) {
      if (row === 1) throw new Error("broken row");
      await sleep(5);
      done.push(row);
    },
  });
  await expect(working).rejects.toThrow("broken row");
  expect(done.sort()).toEqual([2, 3, 4]);
});

test("a claim that fails ends the work after what is under way", async () => {
  const done: number[] = [];
  let claims = 0;
  const working = workOff({
    async claim() {
      claims += 1;
      if (claims === 1) return 1;
      throw new Error("database away");
    },
    atOnce: 2,
    budgetMs: 60_000,
    async work(row) {
      await sleep(20);
      done.push(row);
    },
  });
  await expect(working).rejects.toThrow("database away");
  expect(done).toEqual([1]);
});

test("a process that ends takes nothing more on, and waits for every run under way", async () => {
  const rows = [1, 2, 3];
  const done: number[] = [];
  const run = countAsRun(
    workOff({
      claim: claimFrom(rows),
      atOnce: 1,
      budgetMs: 60_000,
      async work(row) {
        await sleep(20);
        done.push(row);
      },
    }),
  );
  await sleep(5);
  await endRuns();
  expect(done).toEqual([1]);
  expect(await run).toEqual({ worked: 1, isMoreDue: true });
  expect(rows).toEqual([2, 3]);
});

test("waits follow a schedule until it is used up, or double up to the longest", () => {
  expect([1, 2, 3].map((tries) => scheduledWait([20, 60], tries))).toEqual([20, 60, null]);
  const waits = { firstMs: 1_000, longestMs: 5_000 };
  expect([0, 1, 2, 3, 4, 2_000].map((failures) => doublingWait(waits, failures))).toEqual([
    1_000, 1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
});
