import { describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { judge } from "./judge.ts";

const dayMs = 24 * 60 * 60_000;
const now = new Date("2026-11-20T12:00:00Z");
const { HOLD_DAYS, HISTORY_PAYLOAD_DAYS } = env();

/** Until when a run is held that is held now, by the days since its event was accepted. */
function heldFor(daysAgo: number): number {
  const delivery = {
    id: "dlv_1",
    merchantId: "mer_1",
    destinationId: "aut_1",
    eventId: "order-1",
    eventAt: new Date(now.getTime() - daysAgo * dayMs).toISOString(),
    eventType: "order.paid",
    version: 1,
    isTest: false,
    attempts: 3,
    isFirstTry: false,
    scheduleStep: 2,
    plannedAt: null,
    trigger: "schedule" as const,
    heldFor: null,
    leaseId: "lease",
    occurredAt: now.toISOString(),
    dataJson: "{}",
  };
  const destination = {
    id: "aut_1",
    merchantId: "mer_1",
    kind: "automation",
    version: "1",
    retrySchedule: [60],
    timeoutMs: 30_000,
    maxPerSecond: null,
    maxInFlight: null,
    orderedUntil: null,
    failingSince: null,
    isSuccessWanted: false,
  };
  const result = {
    hasSucceeded: false,
    code: "step_in_review",
    params: { step: "message" },
    isFinal: false,
    isGone: false,
    askedWaitMs: 0,
    exchange: null,
    totalMs: 1,
    held: { for: "review" as const, id: null },
  };
  const { heldUntil, outcome, nextAttemptAt } = judge({ delivery, destination, startedAt: now, result, now });
  expect({ outcome, nextAttemptAt }).toEqual({ outcome: "held", nextAttemptAt: null });
  return ((heldUntil?.getTime() ?? 0) - now.getTime()) / dayMs;
}

describe("what is held waits", () => {
  test("so many days after its event was accepted", () => {
    expect(HOLD_DAYS).toBeLessThan(HISTORY_PAYLOAD_DAYS);
    expect(heldFor(0)).toBeCloseTo(HOLD_DAYS, 6);
    expect(heldFor(HOLD_DAYS - 1)).toBeCloseTo(1, 6);
  });

  test("as long once more where it is tried again later, but never beyond the days for which its data is kept", () => {
    for (let daysAgo = HOLD_DAYS; daysAgo < HISTORY_PAYLOAD_DAYS; daysAgo += 1) {
      expect(heldFor(daysAgo)).toBeCloseTo(Math.min(HOLD_DAYS, HISTORY_PAYLOAD_DAYS - daysAgo), 6);
    }
  });

  test("a minute where that time is over already, so that it is looked at once more", () => {
    for (const daysAgo of [HISTORY_PAYLOAD_DAYS, HISTORY_PAYLOAD_DAYS + 5]) {
      expect(heldFor(daysAgo) * dayMs).toBeCloseTo(60_000, 0);
    }
  });
});
