import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { say } from "#lib/failures/say.ts";
import { Turns } from "./turns.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { atOnce: 3, patienceMs: 2_000, waiting: 4, refusal: say("problem_searches_at_once") };

/** Work that ends when it is told to. */
function openWork() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const state = { hasStarted: false };
  return {
    state,
    end: resolve,
    work: () => {
      state.hasStarted = true;
      return promise;
    },
  };
}

function started(works: readonly ReturnType<typeof openWork>[]): boolean[] {
  return works.map(({ state }) => state.hasStarted);
}

test("of one key so much is under way at a time, and the rest follows in its order; other keys do not wait", async () => {
  const turns = new Turns(limits);
  const works = Array.from({ length: 5 }, openWork);
  const runs = works.map(({ work }) => turns.run("a", work));
  const other = openWork();
  const otherRun = turns.run("b", other.work);
  await vi.advanceTimersByTimeAsync(0);
  expect(started(works)).toEqual([true, true, true, false, false]);
  expect(other.state.hasStarted).toBe(true);
  works[1]?.end();
  await runs[1];
  await vi.advanceTimersByTimeAsync(0);
  expect(started(works)).toEqual([true, true, true, true, false]);
  for (const { end } of [...works, other]) end();
  await Promise.all([...runs, otherRun]);
});

test("who waits too long is refused with 429, as is who comes when too many wait", async () => {
  const turns = new Turns(limits);
  const works = Array.from({ length: 8 }, openWork);
  const runs = works.map(({ work }) => turns.run("a", work).catch((error: unknown) => error));
  const refused = { status: 429, retryAfterSeconds: 2, said: { code: "problem_searches_at_once" } };
  expect(await runs[7]).toMatchObject(refused);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await Promise.all(runs.slice(3))).toMatchObject([refused, refused, refused, refused, refused]);
  for (const { end } of works) end();
  await Promise.all(runs);
  expect(started(works)).toEqual([true, true, true, false, false, false, false, false]);
  await expect(turns.run("a", async () => "again")).resolves.toBe("again");
});

test("work that fails gives its place back", async () => {
  const turns = new Turns(limits);
  for (let round = 0; round < 10; round += 1) {
    const broken = turns.run("a", async () => {
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
  }
});

test("heavy work takes several places; what is heavier than all of them goes alone; nobody overtakes it", async () => {
  const turns = new Turns(limits);
  const [light, heavy, last] = [openWork(), openWork(), openWork()];
  const runs = [
    turns.run("a", light.work, 1),
    turns.run("a", heavy.work, 1_000),
    turns.run("a", last.work, 1),
  ];
  await vi.advanceTimersByTimeAsync(0);
  expect(started([light, heavy, last])).toEqual([true, false, false]);
  light.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(started([light, heavy, last])).toEqual([true, true, false]);
  heavy.end();
  last.end();
  await Promise.all(runs);
});
