import { expect, test } from "vitest";
import { FairQueue } from "./hash-queue.ts";

const stranger = (key: string) => ({ key, isKnown: false });
const known = (key: string) => ({ key, isKnown: true });

/** A queue whose work ends when the test says so; `order` tells who was let in. */
function openQueue(limits = { atOnce: 1, perKey: 3, total: 6 }) {
  const queue = new FairQueue(limits);
  const order: string[] = [];
  const running: (() => void)[] = [];
  return {
    order,
    ask(place: { key: string; isKnown: boolean }) {
      const work = () => {
        order.push(place.key);
        return new Promise<string>((resolve) => running.push(() => resolve("done")));
      };
      return queue.run(place, work).catch((error: { status: number }) => error.status);
    },
    async finishAll() {
      while (running.length > 0) {
        running.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

test("who asks often waits behind who asks once", async () => {
  const queue = openQueue();
  const asked = ["a", "a", "a", "b", "c"].map((key) => queue.ask(stranger(key)));
  await queue.finishAll();
  expect(await Promise.all(asked)).toEqual(["done", "done", "done", "done", "done"]);
  expect(queue.order).toEqual(["a", "a", "b", "c", "a"]);
});

test("one key has so many waiting and no more: the rest is refused with 503 at once", async () => {
  const queue = openQueue();
  const asked = Array.from({ length: 40 }, () => queue.ask(stranger("a")));
  await queue.finishAll();
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer === "done")).toHaveLength(4);
  expect(answers.filter((answer) => answer === 503)).toHaveLength(36);
});

test("where all places are taken, whoever has most waiting gives way to a newcomer", async () => {
  const queue = openQueue();
  const crowd = ["a", "a", "a", "a", "b", "b", "b"].map((key) => queue.ask(stranger(key)));
  const newcomer = queue.ask(stranger("c"));
  await queue.finishAll();
  expect(await newcomer).toBe("done");
  expect((await Promise.all(crowd)).filter((answer) => answer === 503)).toHaveLength(1);
});

test("where each of a crowd has one waiting the newcomer is refused, and someone known is first", async () => {
  const queue = openQueue();
  const crowd = ["now", "1", "2", "3", "4", "5", "6"].map((key) => queue.ask(stranger(key)));
  expect(await queue.ask(stranger("7"))).toBe(503);
  const owner = queue.ask(known("owner"));
  await queue.finishAll();
  expect(await owner).toBe("done");
  expect(await Promise.all(crowd)).not.toContain(503);
  expect(queue.order.slice(0, 2)).toEqual(["now", "owner"]);
});

test("work that fails gives its place on", async () => {
  const queue = new FairQueue({ atOnce: 1, perKey: 2, total: 2 });
  const failing = queue.run(stranger("a"), () => Promise.reject(new Error("broke")));
  const next = queue.run(stranger("b"), async () => "done");
  await expect(failing).rejects.toThrow("broke");
  expect(await next).toBe("done");
});
