import { describe, expect, test } from "vitest";
import { toProviderError } from "./errors.ts";

const reply = (status: number, json: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  text: JSON.stringify(json),
  json,
});
const problem = (message: string, field: string | null = null) => ({
  errors: [{ message, field, help: null }],
});

describe("a refusal", () => {
  test.each([
    [401, problem("The provided authorization grant is invalid, expired, or revoked"), "auth"],
    [401, problem("Maximum credits exceeded"), "rate_limited"],
    [403, problem("access forbidden"), "scope_missing"],
    [403, problem("The from address does not match a verified Sender Identity.", "from"), "invalid_input"],
    [403, problem("Your account has been suspended"), "account_closed"],
    [400, problem("Does not contain a valid address.", "personalizations.0.to.0.email"), "invalid_input"],
    [400, problem("Bad Request", "null"), "invalid_input"],
    [404, problem("not found"), "not_found"],
    [413, problem("content too large"), "invalid_input"],
    [429, problem("too many requests"), "rate_limited"],
    [500, problem("internal server error"), "unavailable"],
    [503, undefined, "unavailable"],
    [400, "<html>", "unavailable"],
    [302, undefined, "unavailable"],
  ] as const)("%d %j is %s", (status, body, kind) => {
    const error = toProviderError(reply(status, body), "mail.send");
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(/^[A-Z].*[.!]$/s);
  });

  test("names the field in plain words, and no address", () => {
    const body = problem(
      "ana@example.com is no valid address. See the docs.",
      "personalizations.0.to.0.email",
    );
    const { message, detail } = toProviderError(reply(400, body), "mail.send");
    expect(message).toContain("the address of the recipient ((address) is no valid address)");
    expect(`${message}${detail}`).not.toContain("ana@");
  });

  test("for want of a right says what it is called in SendGrid", () => {
    const error = toProviderError(reply(403, problem("access forbidden")), "templates.read");
    expect(error).toMatchObject({
      missingScope: "templates.read",
      message: expect.stringContaining("“Template Engine”"),
    });
  });

  test("of too many requests says how long to wait, by SendGrid's clock", () => {
    const headers = { date: "Thu, 01 Jan 2026 00:00:00 GMT", "x-ratelimit-reset": "1767225660" };
    const error = toProviderError(reply(429, problem("too many requests"), headers), null);
    expect(error.retryAfterMs).toBe(60_000);
    expect(toProviderError(reply(429, problem("too many requests")), null).retryAfterMs).toBeUndefined();
  });
});
