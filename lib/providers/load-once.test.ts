import { expect, test, vi } from "vitest";
import { loadOnce } from "./load-once.ts";

test("what is asked for by several is loaded once, for each id", async () => {
  const load = vi.fn(async (id: string) => ({ id }));
  const find = loadOnce(load);
  const [one, same, other] = await Promise.all([find("a"), find("a"), find("b")]);
  expect(same).toBe(one);
  expect(await find("a")).toBe(one);
  expect(other).toEqual({ id: "b" });
  expect(load).toHaveBeenCalledTimes(2);
});

test("a load that failed is tried again by the next who asks", async () => {
  const load = vi.fn(async (id: string) => ({ id }));
  load.mockRejectedValueOnce(new Error("The file could not be read."));
  const find = loadOnce(load);
  const failed = await Promise.allSettled([find("a"), find("a")]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await find("a")).toEqual({ id: "a" });
  expect(load).toHaveBeenCalledTimes(2);
});

test("there may be nothing of an id", async () => {
  expect(await loadOnce(() => undefined)("a")).toBeUndefined();
});
