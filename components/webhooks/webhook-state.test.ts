import { describe, expect, test } from "vitest";
import { findStop, webhookState, whatIsHeld, whatWaits } from "./webhook-state.ts";

const well = {
  status: "active",
  disabledReason: null,
  disabledAt: null,
  pausedAt: null,
  failingSince: null,
} as const;
const at = "2026-10-02T19:20:31.000Z";

describe("the state of a webhook", () => {
  test("is calm while nothing fails", () => {
    expect(webhookState(well)).toEqual({ tone: "success", word: "Active", cause: null, since: null });
  });

  test("tells since when it fails", () => {
    expect(webhookState({ ...well, failingSince: at })).toMatchObject({ word: "Failing", since: at });
  });

  test("is paused by a person, which is no alarm, whatever failed before", () => {
    const paused = { ...well, status: "paused", pausedAt: at, failingSince: at } as const;
    expect(webhookState(paused)).toEqual({ tone: "neutral", word: "Paused", cause: "Manually", since: at });
  });

  test("is switched off by Patchbay, which is one", () => {
    const off = { ...well, status: "disabled", disabledAt: at, failingSince: at } as const;
    expect(webhookState({ ...off, disabledReason: "gone" })).toMatchObject({
      tone: "danger",
      word: "Switched off",
      cause: expect.stringContaining("410"),
      since: at,
    });
    expect(webhookState({ ...off, disabledReason: "failing" })).toMatchObject({ tone: "danger" });
  });

  test("one that was switched off by hand is paused", () => {
    const off = { ...well, status: "disabled", disabledAt: at } as const;
    for (const disabledReason of ["manual", null] as const) {
      expect(webhookState({ ...off, disabledReason })).toMatchObject({ tone: "neutral", word: "Paused" });
      expect(findStop({ ...off, disabledReason })).toEqual({ reason: "paused", since: at });
    }
    expect(findStop(well)).toBeNull();
  });
});

test.each([
  [0, "Nothing waits for it now."],
  [1, "1 delivery waits and is tried again automatically."],
  [1_200, "1,200 deliveries wait and are tried again automatically."],
])("%i waiting are told in the right number", (pending, text) => {
  expect(whatWaits(pending)).toBe(text);
});

test.each([
  [0, "New events are held, and sent when you resume it."],
  [1, "1 delivery is held, and sent when you resume it."],
  [1_200, "1,200 deliveries are held, and sent when you resume it."],
])("%i held are told in the right number", (held, text) => {
  expect(whatIsHeld(held)).toBe(text);
});
