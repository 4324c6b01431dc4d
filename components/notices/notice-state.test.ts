import { expect, test } from "vitest";
import { noticeState, noticeStatusOptions } from "./notice-state.ts";

test("a refused email that will be tried again is not shown like one that has just been written", () => {
  expect(noticeState({ status: "waiting", attempts: 0 })).toEqual({ tone: "progress", word: "Being sent" });
  expect(noticeState({ status: "waiting", attempts: 1 })).toMatchObject({ tone: "warning" });
});

test("the filter has a choice for each state, named as in the list", () => {
  for (const { value, label } of noticeStatusOptions()) {
    expect(noticeState({ status: value, attempts: 0 }).word).toBe(label);
  }
});
