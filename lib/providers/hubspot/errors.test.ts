import { describe, expect, test } from "vitest";
import { type ScriptedReply, toReply } from "../testing/scripted-call.ts";
import { toProviderError } from "./errors.ts";

function refusal(reply: ScriptedReply) {
  return toProviderError(toReply(reply), "contact");
}

function json(category: string, message: string, further: object = {}) {
  return { status: "error", message, correlationId: "aeb5f871", category, ...further };
}

describe("a refusal of HubSpot's", () => {
  test.each([
    [401, json("EXPIRED_AUTHENTICATION", "expired 12 second(s) ago"), "auth"],
    [403, json("MISSING_PERMISSIONS", "You may not"), "scope_missing"],
    [404, json("OBJECT_NOT_FOUND", "resource not found"), "not_found"],
    [404, undefined, "unavailable"],
    [409, json("CONFLICT", "there already"), "conflict"],
    [400, json("VALIDATION_ERROR", "no"), "invalid_input"],
    [414, json("VALIDATION_ERROR", "too long"), "invalid_input"],
    [423, json("LOCKED", "locked"), "unavailable"],
    [418, json("?", "?"), "unavailable"],
    [500, json("INTERNAL_ERROR", "internal error"), "unavailable"],
    [524, undefined, "unavailable"],
  ] as const)("with HTTP %i is told for what it is", (status, body, kind) => {
    const error = refusal({ status, json: body });
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    expect(error.detail).toContain(`HTTP ${status}`);
  });

  test("keeps HubSpot's own words for the log, without the address of anybody", () => {
    const error = refusal({
      status: 400,
      json: json("VALIDATION_ERROR", "Email address marta@example.com is invalid", { subCategory: "X.Y" }),
    });
    expect(error.detail).toBe(
      "HTTP 400 VALIDATION_ERROR X.Y: Email address (address) is invalid (correlationId aeb5f871)",
    );
  });
});

describe("a permission that is missing", () => {
  const message = "This app hasn't been granted all required scopes to make this call.";

  test("is named, if it is one that Patchbay asks for", () => {
    const context = {
      requiredGranularScopes: ["crm.objects.contacts.sensitive.read.v2", "crm.objects.contacts.read"],
    };
    const errors = [{ message: "One or more of the following scopes are required.", context }];
    expect(refusal({ status: 403, json: json("MISSING_SCOPES", message, { errors }) })).toMatchObject({
      kind: "scope_missing",
      missingScope: "crm.objects.contacts.read",
    });
  });

  test("is known also where HubSpot tells no category", () => {
    const told =
      "You do not have permissions to view_schema object type DEAL (requires one of [deals-read, crm.objects.deals.read])";
    expect(refusal({ status: 403, json: { status: "error", message: told } })).toMatchObject({
      kind: "scope_missing",
      missingScope: "crm.objects.deals.read",
    });
  });

  test("is told without a name where HubSpot names none", () => {
    expect(refusal({ status: 403, json: json("MISSING_SCOPES", message) })).toMatchObject({
      kind: "scope_missing",
      missingScope: undefined,
    });
  });
});

describe("too many requests", () => {
  const limited = (policyName: string, headers: Record<string, string> = {}) =>
    refusal({
      status: 429,
      json: { status: "error", message: "limit", errorType: "RATE_LIMIT", policyName },
      headers,
    });
  const interval = "x-hubspot-ratelimit-interval-milliseconds";

  test.each([
    ["TEN_SECONDLY_ROLLING", {}, 10_000],
    ["TEN_SECONDLY_ROLLING", { [interval]: "17000" }, 17_000],
    ["TEN_SECONDLY_ROLLING", { "retry-after": "7", [interval]: "10000" }, 7_000],
    ["SECONDLY", {}, 1_000],
    ["DAILY", { [interval]: "10000" }, 3_600_000],
  ])("of the policy %s with %j wait %i ms", (policy, headers, retryAfterMs) => {
    expect(limited(policy, headers)).toMatchObject({ kind: "rate_limited", retryAfterMs });
  });

  test("of the day say so", () => {
    expect(limited("DAILY").message).toContain("today");
    expect(limited("TEN_SECONDLY_ROLLING").message).not.toContain("today");
  });

  test("without a body wait ten seconds", () => {
    expect(refusal({ status: 429 })).toMatchObject({ kind: "rate_limited", retryAfterMs: 10_000 });
  });

  test("while HubSpot moves the account wait as long as it asks", () => {
    const moving = refusal({ status: 477, headers: { "retry-after": "3600" } });
    expect(moving).toMatchObject({ kind: "rate_limited", retryAfterMs: 3_600_000 });
  });
});

describe("a value that HubSpot does not take", () => {
  const getMessage = (further: object, message = "Property values were not valid") =>
    refusal({ status: 400, json: json("VALIDATION_ERROR", message, further) }).message;

  test.each([
    ["PROPERTY_DOESNT_EXIST", "favourite_dish", "does not have the field “favourite_dish”"],
    ["INVALID_OPTION", "dealstage", "does not take this value for the stage"],
    ["INVALID_EMAIL", "email", "the email address"],
    ["READ_ONLY_VALUE", "createdate", "by itself"],
    ["REQUIRED_PROPERTY_MISSING", "hubspot_owner_id", "requires the field “hubspot_owner_id”"],
    ["INVALID_LONG", "amount", "did not accept the amount"],
  ])("because of %s is named in plain words", (code, name, words) => {
    const errors = [{ message: "?", code, context: { propertyName: [name] } }];
    expect(getMessage({ errors })).toContain(words);
  });

  test("is found within the message where HubSpot lists it nowhere else", () => {
    const listed = [
      { isValid: false, message: "Enter only letters", error: "INVALID_ALPHA", name: "firstname" },
      { isValid: false, message: "Enter only letters", error: "INVALID_ALPHA", name: "lastname" },
    ];
    expect(getMessage({}, `Property values were not valid: ${JSON.stringify(listed)}`)).toBe(
      "HubSpot did not accept the first name, and did not accept the last name. Correct it and try again.",
    );
  });

  test("that HubSpot does not name leads to the required fields", () => {
    expect(getMessage({}, "Something [is] wrong")).toContain("requires more fields");
  });
});
