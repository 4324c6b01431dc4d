import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type Queue, Waker } from "./waker.ts";

type Row = { dueAt: number };

/** A queue in memory that keeps when it was drained and asked. */
function playQueue({ pollMs = 60_000 }: { pollMs?: number } = {}) {
  const rows: Row[] = [];
  const drains: { at: number; took: number }[] = [];
  const state = { looks: 0, underWay: 0, mostUnderWay: 0, beforeEnd: async () => {} };
  const nextDueAt = () => (rows.length === 0 ? null : new Date(Math.min(...rows.map((row) => row.dueAt))));
  const queue: Queue = {
    name: "test",
    pollMs,
    async drain() {
      state.underWay += 1;
      state.mostUnderWay = Math.max(state.mostUnderWay, state.underWay);
      const due = rows.filter((row) => row.dueAt <= Date.now());
      for (const row of due) rows.splice(rows.indexOf(row), 1);
      drains.push({ at: Date.now(), took: due.length });
      const next = nextDueAt();
      await state.beforeEnd();
      state.underWay -= 1;
      return { nextDueAt: next };
    },
    async findNextDueAt() {
      state.looks += 1;
      return nextDueAt();
    },
  };
  const waker = new Waker(queue);
  onTestFinished(() => waker.stop());
  return { rows, drains, state, waker };
}

test("a wake-up drains at once, and what is due later is drained at its time, not at the next look", async () => {
  const { rows, drains, waker } = playQueue();
  const dueAt = Date.now() + 1_000;
  rows.push({ dueAt: Date.now() }, { dueAt });
  waker.wake();
  await expect.poll(() => drains.map(({ took }) => took)).toEqual([1, 1]);
  expect(drains[1]?.at).toBeGreaterThanOrEqual(dueAt);
});

test("a wake-up that comes while a drain is ending is not lost, and never makes a second drain beside it", async () => {
  const { rows, drains, state, waker } = playQueue();
  let isFirst = true;
  state.beforeEnd = async () => {
    if (!isFirst) return;
    isFirst = false;
    // After the drain's last look.
    rows.push({ dueAt: Date.now() });
    for (let index = 0; index < 20; index += 1) waker.wake();
    await sleep(5);
  };
  waker.wake();
  await expect.poll(() => drains.map(({ took }) => took)).toEqual([0, 1]);
  expect(state.mostUnderWay).toBe(1);
});

test("what no wake-up told of is found by the next look", async () => {
  const { rows, drains, waker } = playQueue({ pollMs: 30 });
  waker.wake();
  await expect.poll(() => drains).toHaveLength(1);
  rows.push({ dueAt: Date.now() });
  await expect.poll(() => drains.map(({ took }) => took)).toEqual([0, 1]);
});

test("a wake-up for later is kept, the earliest of several counts, and it drains once", async () => {
  const { rows, drains, waker } = playQueue();
  waker.wake();
  await expect.poll(() => drains).toHaveLength(1);
  await sleep(1);
  const dueAt = Date.now() + 150;
  rows.push({ dueAt });
  waker.wakeAt(new Date(dueAt + 100_000));
  waker.wakeAt(new Date(dueAt));
  waker.wakeAt(new Date(dueAt + 5_000));
  await expect.poll(() => drains.map(({ took }) => took)).toEqual([0, 1]);
});

test("a row that stays due although it was drained is not drained without a pause", async () => {
  const { drains, state, waker, rows } = playQueue();
  state.beforeEnd = async () => {
    if (drains.length < 4) rows.push({ dueAt: 0 });
  };
  rows.push({ dueAt: 0 });
  // The queue says that something is due still, three times.
  waker.wake();
  await sleep(200);
  expect(drains.length).toBeLessThanOrEqual(2);
});

test("a drain that fails is tried again, later each time, and works once its cause is gone", async () => {
  let failures = 0;
  const at: number[] = [];
  const waker = new Waker({
    name: "test",
    pollMs: 60_000,
    async drain() {
      at.push(Date.now());
      if (failures < 2) {
        failures += 1;
        throw new Error("database away");
      }
      return { nextDueAt: null };
    },
    findNextDueAt: async () => null,
  });
  onTestFinished(() => waker.stop());
  waker.wake();
  await expect.poll(() => at).toHaveLength(3);
  const [first = 0, second = 0, third = 0] = at;
  expect(second - first).toBeGreaterThanOrEqual(249);
  expect(third - second).toBeGreaterThanOrEqual(499);
});

test("a look that fails does not end the looking", async () => {
  let looks = 0;
  let drains = 0;
  const waker = new Waker({
    name: "test",
    pollMs: 20,
    async drain() {
      drains += 1;
      return { nextDueAt: null };
    },
    async findNextDueAt() {
      looks += 1;
      if (looks < 3) throw new Error("database away");
      return new Date();
    },
  });
  onTestFinished(() => waker.stop());
  waker.wake();
  await expect.poll(() => drains).toBeGreaterThanOrEqual(2);
});

test("stopping waits for the drain under way, and nothing wakes it afterwards", async () => {
  const { drains, state, waker } = playQueue({ pollMs: 10 });
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  state.beforeEnd = () => ended;
  waker.wake();
  await expect.poll(() => drains).toHaveLength(1);
  let isStopped = false;
  const stopped = waker.stop().then(() => {
    isStopped = true;
  });
  await sleep(30);
  expect(isStopped).toBe(false);
  end();
  await stopped;
  waker.wake();
  waker.wakeAt(new Date());
  await sleep(50);
  expect(drains).toHaveLength(1);
});
