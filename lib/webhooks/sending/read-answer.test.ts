import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "#lib/engine/judge.ts";
import type { Trigger } from "#lib/engine/sender.ts";
import type { OutboundReply } from "#lib/http/send.ts";
import { readAnswer } from "./read-answer.ts";

const timing = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: 1, totalMs: 2 };
const now = new Date("2026-10-02T12:00:00Z");

interface Plan {
  trigger?: Trigger;
  scheduleStep?: number;
  plannedAt?: Date | null;
  retryScheduleSeconds?: number[];
  random?: number;
}

function judgeReply(reply: OutboundReply, plan: Plan = {}) {
  const { trigger = "schedule", scheduleStep = 0, plannedAt = null, retryScheduleSeconds = [100] } = plan;
  const merchantId = "mer_1";
  const attempt = judge({
    delivery: {
      id: "dlv_1",
      merchantId,
      destinationId: "wh_1",
      eventId: "evt_1",
      eventAt: now.toISOString(),
      eventType: "order.paid",
      version: null,
      isTest: trigger === "test",
      isFirstTry: false,
      attempts: 0,
      scheduleStep,
      plannedAt: plannedAt?.toISOString() ?? null,
      trigger,
      heldFor: null,
      leaseId: "lease",
      occurredAt: now.toISOString(),
      dataJson: "{}",
    },
    destination: {
      id: "wh_1",
      merchantId,
      kind: "webhook",
      version: "1",
      retrySchedule: retryScheduleSeconds,
      timeoutMs: 1_000,
      maxPerSecond: null,
      maxInFlight: null,
      orderedUntil: null,
      failingSince: null,
      isSuccessWanted: false,
    },
    startedAt: now,
    result: { ...readAnswer(reply, now), totalMs: 2, exchange: null },
    now,
    random: plan.random ?? 0.5,
  });
  const { outcome, nextAttemptAt, result } = attempt;
  return { outcome, nextAttemptAt, code: result.code, isGone: result.isGone };
}

function judgeStatus(statusCode: number, headers: Record<string, string> = {}, plan: Plan = {}) {
  return judgeReply(
    {
      ok: true,
      statusCode,
      headers,
      body: "",
      bytes: new Uint8Array(),
      isBodyCut: false,
      isBodyBroken: false,
      flaw: null,
      timing,
    },
    plan,
  );
}

const waitSeconds = (statusCode: number, headers: Record<string, string>) => {
  const { nextAttemptAt } = judgeStatus(statusCode, headers);
  return nextAttemptAt === null ? null : (nextAttemptAt.getTime() - now.getTime()) / 1_000;
};

describe("the outcome follows from the status", () => {
  test.each([
    [200, "delivered", null, false],
    [204, "delivered", null, false],
    [299, "delivered", null, false],
    [301, "failed", "redirect", false],
    [307, "failed", "redirect", false],
    [308, "failed", "redirect", false],
    [304, "retrying", "http_status", false],
    [306, "retrying", "http_status", false],
    [101, "retrying", "http_status", false],
    [0, "retrying", "http_status", false],
    [999, "retrying", "http_status", false],
    [400, "retrying", "http_status", false],
    [401, "retrying", "http_status", false],
    [404, "retrying", "http_status", false],
    [410, "failed", "gone", true],
    [429, "retrying", "rate_limited", false],
    [500, "retrying", "http_status", false],
    [503, "retrying", "http_status", false],
  ])("%i is %s", (statusCode, outcome, failureCode, isGone) => {
    const code = failureCode ?? "endpoint_accepted";
    expect(judgeStatus(statusCode)).toMatchObject({ outcome, code, isGone });
  });

  test("the last attempt of a schedule fails for good", () => {
    expect(judgeStatus(500, {}, { scheduleStep: 1 })).toMatchObject({
      outcome: "failed",
      nextAttemptAt: null,
    });
  });

  test("an attempt by hand uses nothing of the schedule: what was planned stays planned", () => {
    const plannedAt = new Date(now.getTime() + 240_000);
    expect(judgeStatus(500, {}, { trigger: "manual", plannedAt })).toMatchObject({
      outcome: "retrying",
      nextAttemptAt: plannedAt,
    });
    expect(judgeStatus(500, {}, { trigger: "manual" })).toMatchObject({
      outcome: "failed",
      nextAttemptAt: null,
    });
  });

  test("a test send is never tried again", () => {
    expect(judgeStatus(500, {}, { trigger: "test" })).toMatchObject({
      outcome: "failed",
      nextAttemptAt: null,
    });
  });

  test("an endpoint that cannot be reached is tried again", () => {
    const reply = { ok: false, failure: { code: "timeout", params: { reason: "lost" } }, timing } as const;
    expect(judgeReply(reply)).toMatchObject({ outcome: "retrying", code: "timeout" });
  });
});

describe("Retry-After of 429 and 503 lengthens the wait, where it makes sense", () => {
  test.each([
    ["seconds", "300", 300],
    ["a date", "Fri, 02 Oct 2026 12:10:00 GMT", 600],
    ["a date in asctime form", "Fri Oct  2 12:10:00 2026", 600],
    ["less than the schedule", "5", 100],
    ["a past date", "Fri, 02 Oct 2026 11:00:00 GMT", 100],
    ["negative", "-20", 100],
    ["nonsense", "soon", 100],
    ["a bare number with a unit", "300s", 100],
    ["empty", "", 100],
    ["huge", "99999999999999999999", 86_400],
    ["a far date", "Fri, 02 Oct 2099 12:10:00 GMT", 86_400],
  ])("%s", (_, value, seconds) => {
    expect(waitSeconds(429, { "retry-after": value })).toBe(seconds);
    expect(waitSeconds(503, { "retry-after": value })).toBe(seconds);
  });

  test("other statuses do not set the wait", () => {
    expect(waitSeconds(500, { "retry-after": "300" })).toBe(100);
  });
});

test("jitter stays within 20 % of the schedule, whatever the dice say", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.integer({ min: 1, max: 172_800 }),
      (random, delay) => {
        const { nextAttemptAt } = judgeStatus(500, {}, { random, retryScheduleSeconds: [delay] });
        const waited = ((nextAttemptAt?.getTime() ?? 0) - now.getTime()) / 1_000;
        expect(waited).toBeGreaterThanOrEqual(delay * 0.8 - 0.001);
        expect(waited).toBeLessThanOrEqual(delay * 1.2 + 0.001);
      },
    ),
  );
});
