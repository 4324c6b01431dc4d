import { describe, expect, test } from "vitest";
import {
  maxUnwellDestinations,
  type Overview,
  type UnwellDestination,
} from "#lib/deliveries/overview-schema.ts";
import { failureCodeSchema } from "#lib/deliveries/schema.ts";
import { causeOf } from "./destination-cause.ts";
import { whatGoesOn } from "./destination-state.ts";
import { arrivedShare, healthOf } from "./health.ts";

const quiet = { events: 0, delivered: 0, failed: 0, pending: 0, held: 0, cancelled: 0, p95Ms: null };
const failing: UnwellDestination = {
  webhookId: "wh_1",
  url: "https://pos.example.com/hooks",
  description: "",
  status: "active",
  disabledReason: null,
  failingSince: "2026-10-02T18:00:00.000Z",
  failureCode: "http_status",
  statusCode: 503,
  message: "The endpoint is not available at the moment (503).",
  lastFailedAt: "2026-10-02T18:00:00.000Z",
  waiting: 1,
};
const switchedOff = { ...failing, status: "disabled", disabledReason: "failing" } as const;

describe("the health line", () => {
  test.each<[string, Partial<Overview>, string, RegExp]>([
    ["no webhook", { webhooks: 0 }, "neutral", /^Nothing is set up yet/],
    ["nothing to do", {}, "success", /^All is well.*Nothing had to be delivered/],
    ["all arrived", { last24h: { ...quiet, delivered: 9 } }, "success", /^All is well.*has arrived/],
    [
      "one gave up, and all answer again",
      { last24h: { ...quiet, failed: 1 } },
      "warning",
      /^1 delivery did not/,
    ],
    ["one fails", { unwell: [failing] }, "warning", /^1 destination needs you.*keeps trying/],
    ["one is off", { unwell: [failing, switchedOff] }, "danger", /^2 destinations need you.*switched off/],
    [
      "more than are listed",
      { unwell: Array.from({ length: maxUnwellDestinations }, () => failing) },
      "warning",
      /^10 or more destinations need you/,
    ],
  ])("%s", (_name, change, tone, words) => {
    const health = healthOf({ last24h: quiet, webhooks: 2, unwell: [], ...change });
    expect(health.tone).toBe(tone);
    expect(`${health.title}. ${health.meaning}`).toMatch(words);
  });
});

test("100 % arrived means each of them, and none finished is no share", () => {
  expect(arrivedShare({ delivered: 9_999, failed: 1 })).toBe(99.9);
  expect(arrivedShare({ delivered: 3, failed: 0 })).toBe(100);
  expect(arrivedShare({ delivered: 0, failed: 0 })).toBeNull();
});

describe("where to begin with a destination that fails", () => {
  test.each([
    ["http_status", 503, "active", "deliveries", /^It is not available.*The fault is the app's/],
    ["http_status", 503, "disabled", "webhook", /^It is not available/],
    [
      "http_status",
      401,
      "active",
      "webhook",
      /^It refused our credentials.*A setting of the webhook has to change/,
    ],
    ["gone", 410, "disabled", "webhook", /gone for good.*Ask whoever runs the app, and put/],
    ["dns", null, "active", "webhook", /cannot be found.*Check the address/],
    ["connection_reset", null, "active", "deliveries", /often passes by itself/],
    ["internal", null, "active", "deliveries", /fault is ours/],
    [null, null, "active", "webhook", /^No delivery has arrived.*Send a test/],
  ] as const)("%s %s %s: %s", (failureCode, statusCode, status, action, words) => {
    const cause = causeOf({ failureCode, statusCode, status });
    expect(cause.action).toBe(action);
    expect(`${cause.title} ${cause.meaning} ${cause.advice}`).toMatch(words);
  });

  test("every failure is told in whole sentences", () => {
    for (const failureCode of failureCodeSchema.options) {
      const { title, meaning, advice } = causeOf({ failureCode, statusCode: 500, status: "active" });
      for (const sentence of [title, meaning, advice]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("what becomes of what waits", () => {
  test.each([
    [{ ...failing, waiting: 0 }, "Patchbay goes on sending what is new."],
    [failing, "1 delivery waits and will be tried again by itself."],
    [{ ...failing, waiting: 1_200 }, "1,200 deliveries wait and will be tried again by themselves."],
    [switchedOff, /for five days.*1 delivery is kept, and sent when you switch it on\.$/],
    [{ ...switchedOff, disabledReason: "gone" as const, waiting: 0 }, "It was switched off."],
  ])("%#", (destination, words) => {
    expect(whatGoesOn(destination)).toMatch(words);
  });
});
