import { expect, test } from "vitest";
import { clip } from "./buckets.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
const bucket = { key: "2026-01-01", from: at(6), to: at(18) };
const now = at(12);

test.each([
  ["a period that holds it is all of it, once it is over", [0, 24], at(20), [6, 18], null],
  ["a bucket that has not begun is not under way", [0, 24], at(5), [6, 18], null],
  ["it begins with its first moment", [0, 24], at(6), [6, 18], "running"],
  ["and is over with its last", [0, 24], at(18), [6, 18], null],
  ["one that is under way is that, not cut", [0, 24], now, [6, 18], "running"],
  ["so is one that the period ends in from now on", [0, 12], now, [6, 12], "running"],
  [
    "what the period leaves out at its beginning is cut off, also while it is under way",
    [7, 24],
    now,
    [7, 18],
    "cut",
  ],
  ["and so is what it leaves out before now", [0, 11], now, [6, 11], "cut"],
  ["or at either end, once it is over", [7, 17], at(20), [7, 17], "cut"],
] as const)("%s", (_, [from, to], moment, [start, end], part) => {
  expect(clip(bucket, { from: at(from), to: at(to) }, moment)).toEqual({
    from: at(start),
    to: at(end),
    part,
  });
});
