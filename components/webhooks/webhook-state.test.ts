import { describe, expect, test } from "vitest";
import { webhookState, whatWaits } from "./webhook-state.ts";

const well = { status: "active", disabledReason: null, disabledAt: null, failingSince: null } as const;
const at = "2026-10-02T19:20:31.000Z";

describe("the state of a webhook", () => {
  test("is calm while nothing fails", () => {
    expect(webhookState(well)).toEqual({ tone: "success", word: "Active", cause: null, since: null });
  });

  test("tells since when it fails", () => {
    expect(webhookState({ ...well, failingSince: at })).toMatchObject({ word: "Failing", since: at });
  });

  test("tells who switched it off, and a person's own doing is no alarm", () => {
    const off = { ...well, status: "disabled", disabledAt: at, failingSince: at } as const;
    expect(webhookState({ ...off, disabledReason: "manual" })).toMatchObject({
      tone: "neutral",
      cause: "By hand",
    });
    expect(webhookState({ ...off, disabledReason: "gone" })).toMatchObject({
      tone: "danger",
      cause: expect.stringContaining("410"),
      since: at,
    });
  });
});

test.each([
  [0, "Nothing waits for it now."],
  [1, "1 delivery waits and is tried again automatically."],
  [1_200, "1,200 deliveries wait and are tried again automatically."],
])("%i waiting are told in the right number", (pending, text) => {
  expect(whatWaits(pending)).toBe(text);
});
