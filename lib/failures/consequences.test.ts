import { describe, expect, test } from "vitest";
import { failureCodeSchema } from "#lib/deliveries/schema.ts";
import { issueCauseSchema } from "#lib/integrations/schema.ts";
import { attemptFailureCodes, callFailureCodes, connectFailureCodes, consequences } from "./consequences.ts";

describe("what programs outside know by name stays as it is documented", () => {
  test("failure codes of attempts", () => {
    expect(failureCodeSchema.options).toEqual(attemptFailureCodes);
  });

  test("errors of calls of apps, with their status", () => {
    const answers = callFailureCodes.map((code) => [code, consequences[code].answer]);
    expect(Object.fromEntries(answers)).toEqual({
      auth: { status: 409, error: "reconnect_needed" },
      scope_missing: { status: 409, error: "scope_missing" },
      account_closed: { status: 409, error: "account_closed" },
      rate_limited: { status: 429, error: "provider_rate_limited" },
      invalid_input: { status: 422, error: "provider_refused_input" },
      not_found: { status: 422, error: "provider_not_found" },
      conflict: { status: 409, error: "provider_conflict" },
      timeout: { status: 504, error: "provider_timeout" },
      unavailable: { status: 502, error: "provider_unavailable" },
    });
  });

  test("errors of connecting", () => {
    expect([...connectFailureCodes].toSorted()).toEqual([
      "account_closed",
      "account_connected_already",
      "auth",
      "bad_callback",
      "denied",
      "expired",
      "invalid_input",
      "needs_https",
      "not_allowed",
      "not_configured",
      "not_signed_in",
      "provider_error",
      "rate_limited",
      "scope_missing",
      "state_mismatch",
      "timeout",
      "unavailable",
      "wrong_browser",
    ]);
  });
});

test("what passes on its own is tried again, and the rest is not", () => {
  const tried = callFailureCodes.filter((code) => consequences[code].retry !== "never");
  expect(tried).toEqual(["rate_limited", "timeout", "unavailable"]);
  const never = attemptFailureCodes.filter((code) => consequences[code].retry === "never");
  expect(never).toEqual([
    "redirect",
    "gone",
    "payload_dropped",
    "held_too_long",
    "auth",
    "scope_missing",
    "account_closed",
    "invalid_input",
    "not_found",
    "conflict",
  ]);
});

test("each issue that a failure opens is one that callers know", () => {
  const opened = Object.values(consequences).flatMap(({ issue }) => issue ?? []);
  expect(issueCauseSchema.options).toEqual(expect.arrayContaining(opened));
});
