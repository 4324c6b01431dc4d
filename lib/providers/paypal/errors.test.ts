import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import { issues, toProviderError } from "./errors.ts";

const reply = (status: number, json: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  text: JSON.stringify(json),
  json,
});
const problem = (name: string, issue?: string, field?: string) => ({
  name,
  message: "What PayPal says.",
  debug_id: "b1d1f06c7246c",
  details: issue ? [{ issue, description: "Must be greater than zero. Or so.", field }] : [],
});

describe("a refusal", () => {
  test.each([
    [401, { error: "invalid_token", error_description: "Access Token not found in cache" }, "auth"],
    [401, problem("AUTHENTICATION_FAILURE"), "auth"],
    [401, problem("AUTHENTICATION_FAILURE", "INVALID_ACCOUNT_STATUS"), "account_closed"],
    [403, problem("NOT_AUTHORIZED", "PERMISSION_DENIED"), "scope_missing"],
    [404, problem("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"), "not_found"],
    [409, problem("RESOURCE_CONFLICT", "PREVIOUS_REQUEST_IN_PROGRESS"), "unavailable"],
    [422, problem("UNPROCESSABLE_ENTITY", "ORDER_NOT_APPROVED"), "conflict"],
    [422, problem("UNPROCESSABLE_ENTITY", "PAYEE_ACCOUNT_RESTRICTED"), "account_closed"],
    [422, problem("UNPROCESSABLE_ENTITY", "SOMETHING_NEW"), "invalid_input"],
    [400, problem("INVALID_REQUEST", "INVALID_STRING_LENGTH"), "invalid_input"],
    [400, problem("WEBHOOK_NUMBER_LIMIT_EXCEEDED"), "conflict"],
    [429, problem("RATE_LIMIT_REACHED"), "rate_limited"],
    [500, problem("INTERNAL_SERVER_ERROR"), "unavailable"],
    [503, "<html>", "unavailable"],
    [400, "<html>", "unavailable"],
    [302, undefined, "unavailable"],
  ] as const)("%d %j is %s", (status, body, kind) => {
    const error = toProviderError(reply(status, body));
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(/^[A-Z].*[.!]$/s);
  });

  test("names the field in plain words, and PayPal's number of the request for its support", () => {
    const body = problem(
      "UNPROCESSABLE_ENTITY",
      "CANNOT_BE_ZERO_OR_NEGATIVE",
      "/purchase_units/0/amount/value",
    );
    const { message, detail } = toProviderError(reply(422, body));
    expect(message).toContain("the amount (Must be greater than zero)");
    expect(detail).toContain("CANNOT_BE_ZERO_OR_NEGATIVE");
    expect(detail).toContain("b1d1f06c7246c");
  });

  test("of too many requests says how long to wait, where PayPal says it", () => {
    const body = problem("RATE_LIMIT_REACHED");
    expect(toProviderError(reply(429, body, { "retry-after": "30" })).retryAfterMs).toBe(30_000);
    expect(toProviderError(reply(429, body)).retryAfterMs).toBeUndefined();
  });

  test.each(Object.entries(issues))("%s ends with what to do", (_, { message }) => {
    expect(render(message)).toMatch(/^[A-Z].+\. .+\.$|^[A-Z].+: .+\. .+\.$/s);
  });
});
