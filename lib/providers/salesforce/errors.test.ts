import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import { toProviderError } from "./errors.ts";
import { refusals } from "./refusals.ts";

const refused = (status: number, errorCode: string, message = "No.", fields?: string[]) =>
  toProviderError({ status, json: [{ errorCode, message, ...(fields ? { fields } : {}) }] });

describe("a refusal of Salesforce", () => {
  test.each([
    [401, "INVALID_SESSION_ID", "auth"],
    [403, "INSUFFICIENT_ACCESS_OR_READONLY", "scope_missing"],
    [403, "API_DISABLED_FOR_ORG", "account_closed"],
    [403, "REQUEST_LIMIT_EXCEEDED", "rate_limited"],
    [400, "REQUIRED_FIELD_MISSING", "invalid_input"],
    [400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "invalid_input"],
    [400, "MALFORMED_QUERY", "invalid_input"],
    [400, "DUPLICATES_DETECTED", "conflict"],
    [400, "DUPLICATE_VALUE", "conflict"],
    [404, "NOT_FOUND", "not_found"],
    [400, "UNABLE_TO_LOCK_ROW", "unavailable"],
    [500, "UNKNOWN_EXCEPTION", "unavailable"],
    [400, "BRAND_NEW_CODE", "invalid_input"],
    [503, "BRAND_NEW_CODE", "unavailable"],
  ])("%d %s is %s", (status, code, kind) => {
    expect(refused(status, code)).toMatchObject({ kind, detail: `HTTP ${status} ${code}: No.` });
  });

  test.each(Object.entries(refusals))(
    "%s says what happened and what to do, without the code",
    (code, { message }) => {
      const sentence = render(message);
      expect(sentence).toMatch(/^[A-Z].+[.] .+[.]$/);
      expect(sentence).not.toContain(code);
    },
  );

  test("names the fields", () => {
    const { message } = refused(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [Region__c]", [
      "Region__c",
    ]);
    expect(message).toContain("(Field: Region__c.)");
  });

  test("repeats what an administrator wrote for people", () => {
    const { message } = refused(
      400,
      "FIELD_CUSTOM_VALIDATION_EXCEPTION",
      "Parties above 80 guests need a deposit",
    );
    expect(message).toContain("Parties above 80 guests need a deposit.");
  });

  test("of a token without the scope for the API asks for that permission, and for no new token", () => {
    const message = "This session is not valid for use with the REST API";
    expect(refused(401, "INVALID_SESSION_ID", message)).toMatchObject({
      kind: "scope_missing",
      missingScope: "api",
    });
  });

  test("among several that were rolled back is the one which caused it", () => {
    const json = [
      { errorCode: "PROCESSING_HALTED", message: "rolled back" },
      { errorCode: "DUPLICATE_VALUE", message: "duplicate value found" },
    ];
    expect(toProviderError({ status: 400, json })).toMatchObject({ kind: "conflict" });
  });

  test.each([
    [300, "conflict"],
    [301, "auth"],
    [401, "auth"],
    [403, "scope_missing"],
    [404, "not_found"],
    [410, "unavailable"],
    [414, "invalid_input"],
    [420, "unavailable"],
    [502, "unavailable"],
  ])("without JSON goes by its status: %d is %s", (status, kind) => {
    expect(toProviderError({ status, text: "<html></html>", json: undefined })).toMatchObject({ kind });
  });
});

describe("too many requests", () => {
  const limit = (message: string, headers = {}) =>
    toProviderError({ status: 403, headers, json: [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message }] });

  test("wait as long as Salesforce says", () => {
    expect(limit("ConcurrentRequests Limit exceeded.", { "retry-after": "17" }).retryAfterMs).toBe(17_000);
  });

  test("at once wait a moment, those of a day for a quarter of an hour", () => {
    expect(limit("ConcurrentRequests (Concurrent API Requests) Limit exceeded.").retryAfterMs).toBe(30_000);
    expect(limit("TotalRequests Limit exceeded.")).toMatchObject({
      retryAfterMs: 900_000,
      message: expect.stringContaining("24 hours"),
    });
  });
});
