import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeFewLines } from "./few-lines.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("of one kind twenty lines a minute are written, and then how many were left out", () => {
  const lines: { leftOut?: number }[] = [];
  const others: unknown[] = [];
  const write = (times: number) => {
    for (let time = 0; time < times; time += 1) writeFewLines("a kind", (omitted) => lines.push(omitted));
  };
  write(500);
  writeFewLines("another kind", (omitted) => others.push(omitted));
  expect(lines).toEqual(Array(20).fill({}));
  expect(others).toEqual([{}]);
  vi.advanceTimersByTime(60_000);
  write(2);
  expect(lines.slice(20)).toEqual([{ leftOut: 480 }, {}]);
  vi.advanceTimersByTime(60_000);
  write(1);
  expect(lines.at(-1)).toEqual({});
});
