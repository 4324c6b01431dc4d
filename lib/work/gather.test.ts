import fc from "fast-check";
import { expect, test } from "vitest";
import { gather } from "./gather.ts";

/** Does what is asked once it is opened, and remembers what came together. */
function openGather(isBad: (item: number) => boolean = () => false) {
  const batches: number[][] = [];
  let held: (() => void)[] = [];
  const together = async (items: readonly number[]) => {
    batches.push([...items]);
    await new Promise<void>((resolve) => held.push(resolve));
    if (items.some(isBad)) throw new Error(`bad: ${items.join(" ")}`);
    return items.map((item) => item * 10);
  };
  const open = () => {
    const opened = held;
    held = [];
    for (const letGo of opened) letGo();
  };
  /** Opens until nothing waits for it any more. */
  const openUntil = async <T>(answers: Promise<T>): Promise<T> => {
    let isOver = false;
    const over = answers.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      open();
      await turn();
    }
    return over;
  };
  return { batches, together, open, openUntil };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("what is asked in one turn goes together, without waiting for anything", async () => {
  const batcher = openGather();
  const ask = gather({ together: batcher.together, most: 100 });
  const answers = Promise.all([1, 2, 3].map(ask));
  await turn();
  expect(batcher.batches).toEqual([[1, 2, 3]]);
  batcher.open();
  expect(await answers).toEqual([10, 20, 30]);
});

test("what comes while two are under way goes together once one of them is back, in the order of asking", async () => {
  const batcher = openGather();
  const ask = gather({ together: batcher.together, most: 100 });
  const answers: Promise<number>[] = [];
  for (const item of [1, 2, 3, 4, 5]) {
    answers.push(ask(item));
    await turn();
  }
  expect(batcher.batches).toEqual([[1], [2]]);
  await batcher.openUntil(Promise.all(answers));
  expect(batcher.batches).toEqual([[1], [2], [3, 4, 5]]);
});

test("what is wrong with one is told to its caller alone; the others are done on their own", async () => {
  const batcher = openGather((item) => item === 2);
  const ask = gather({ together: batcher.together, most: 100 });
  const settled = await batcher.openUntil(Promise.allSettled([1, 2, 3].map(ask)));
  expect(settled).toEqual([
    { status: "fulfilled", value: 10 },
    { status: "rejected", reason: new Error("bad: 2") },
    { status: "fulfilled", value: 30 },
  ]);
  expect(batcher.batches).toEqual([[1, 2, 3], [1], [2], [3]]);
  expect(await batcher.openUntil(ask(4)), "and it goes on").toBe(40);
});

test("answers that are not as many as were asked for are given to nobody", async () => {
  const ask = gather<number, number>({ together: async (items) => items.slice(1), most: 100 });
  const settled = await Promise.allSettled([1, 2].map(ask));
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("what throws before it is a promise is a failure as any other", async () => {
  const ask = gather<number, number>({
    together: () => {
      throw new Error("no promise");
    },
    most: 100,
  });
  await expect(ask(1)).rejects.toThrow("no promise");
  await expect(ask(2)).rejects.toThrow("no promise");
});

/** An item is asked in a turn of its own, or in that of the one before; some are bad; sometimes all that waits goes through. */
const asked = fc.array(fc.record({ isBad: fc.boolean(), isNewTurn: fc.boolean(), isOpened: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

test("each is answered with its own, however they come: none is lost, none is done twice, no more go than may", async () => {
  await fc.assert(
    fc.asyncProperty(asked, fc.integer({ min: 1, max: 7 }), async (items, most) => {
      const isBad = (item: number) => items[item]?.isBad ?? false;
      const batcher = openGather(isBad);
      const ask = gather({ together: batcher.together, most });
      const answers: Promise<PromiseSettledResult<number>[]>[] = [];
      for (const [item, { isNewTurn, isOpened }] of items.entries()) {
        answers.push(Promise.allSettled([ask(item)]));
        if (isOpened) batcher.open();
        if (isNewTurn) await turn();
      }
      const settled = await batcher.openUntil(Promise.all(answers));
      expect(settled.flat()).toEqual(
        items.map(({ isBad }, item) =>
          isBad
            ? { status: "rejected", reason: new Error(`bad: ${item}`) }
            : { status: "fulfilled", value: item * 10 },
        ),
      );
      expect(Math.max(...batcher.batches.map(({ length }) => length))).toBeLessThanOrEqual(most);
      const done = batcher.batches.filter((batch) => !batch.some(isBad)).flat();
      expect(done.toSorted((a, b) => a - b)).toEqual([...items.keys()].filter((item) => !isBad(item)));
    }),
  );
});
