import { describe, expect, test } from "vitest";
import { failureCause } from "#components/deliveries/failure-cause.ts";
import { failureCodeSchema } from "#lib/deliveries/schema.ts";
import { findDestinationCause, lastAttemptRemark } from "./destination-cause.ts";
import { whatGoesOn } from "./destination-state.ts";
import { failing, switchedOff } from "./testing/overview.ts";

const till = { description: "Till", url: "https://till.example" };

describe("where to begin with a destination that fails", () => {
  test.each([
    [
      "http_status",
      503,
      "active",
      "deliveries",
      /^Till is not available.*If it lasts, ask the app's support team\.$/,
    ],
    ["http_status", 503, "disabled", "webhook", /^Till is not available.*Send a test, then resume it\.$/],
    [
      "http_status",
      401,
      "disabled",
      "webhook",
      /right credentials in the webhook\. Send a test, then resume it\.$/,
    ],
    ["dns", null, "disabled", "webhook", /Check the address in the webhook.*then resume it\.$/],
    [
      "http_status",
      401,
      "active",
      "webhook",
      /^Till rejected our sign-in details.*right credentials in the webhook\.$/,
    ],
    [
      "rate_limited",
      429,
      "active",
      "webhook",
      /^Till asked us to slow down.*Set a limit of requests per second/,
    ],
    ["gone", 410, "disabled", "webhook", /gone for good.*new address.*then resume it\.$/],
    ["dns", null, "active", "webhook", /cannot be found.*Check the address/],
    ["connection_reset", null, "active", "deliveries", /often ends by itself/],
    ["internal", null, "active", "deliveries", /problem on its side/],
    [null, null, "active", "webhook", /^No delivery has arrived.*Send a test/],
  ] as const)("%s %s %s: %s", (failureCode, statusCode, status, action, words) => {
    const cause = findDestinationCause({ ...till, failureCode, statusCode, status });
    expect(cause.action).toBe(action);
    expect(`${cause.title} ${cause.meaning} ${cause.advice}`).toMatch(words);
  });

  test("gives the advice that the delivery's own page gives", () => {
    for (const failureCode of failureCodeSchema.options) {
      for (const statusCode of failureCode === "http_status" ? [401, 404, 413, 500, 503] : [null]) {
        const { advice } = failureCause("Till", failureCode, statusCode);
        expect(findDestinationCause({ ...till, failureCode, statusCode, status: "active" }).advice).toBe(
          advice,
        );
      }
    }
  });

  test("every failure is told in whole sentences", () => {
    for (const failureCode of failureCodeSchema.options) {
      const { title, meaning, advice } = findDestinationCause({
        ...till,
        failureCode,
        statusCode: 500,
        status: "active",
      });
      for (const sentence of [title, meaning, advice]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("the last attempt's own message", () => {
  test.each([
    ["gone", 410, null],
    ["http_status", 503, null],
    ["http_status", 413, "As it came."],
    ["tls", null, "As it came."],
  ] as const)("%s %s stands there only where it adds something", (failureCode, statusCode, remark) => {
    expect(lastAttemptRemark({ failureCode, statusCode, message: "As it came." })).toBe(remark);
  });
});

describe("what becomes of what waits", () => {
  test.each([
    [{ ...failing, waiting: 0 }, "Patchbay keeps sending new events."],
    [failing, "1 delivery waits and is tried again automatically."],
    [{ ...failing, waiting: 1_200 }, "1,200 deliveries wait and are tried again automatically."],
    [switchedOff, /for five days.*switched off\. 1 delivery is held, and sent when you resume it\.$/],
    [{ ...switchedOff, waiting: 2 }, /2 deliveries are held, and sent when you resume it\.$/],
    [
      { ...switchedOff, disabledReason: "gone" as const, waiting: 0 },
      /^It was switched off\. New events are held, and sent when you resume it\.$/,
    ],
  ])("%#", (destination, words) => {
    expect(whatGoesOn(destination)).toMatch(words);
  });
});
