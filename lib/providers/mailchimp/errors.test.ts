import { describe, expect, test } from "vitest";
import type { ProviderReply } from "../contract/call.ts";
import { readConsentRefusal, toProviderError } from "./errors.ts";

function createReply(status: number, json: unknown, headers: Record<string, string> = {}): ProviderReply {
  return { status, headers, text: json === undefined ? "" : JSON.stringify(json), json };
}

function problem(status: number, title: string, detail = "", errors: object[] = []): ProviderReply {
  const type = "https://mailchimp.com/developer/marketing/docs/errors/";
  return createReply(status, { type, title, status, detail, instance: "3b4dcb40", errors });
}

describe("a refusal of Mailchimp's", () => {
  test.each([
    [401, "API Key Invalid", "auth"],
    [401, "API Key Missing", "auth"],
    [403, "User Disabled", "account_closed"],
    [403, "Wrong Datacenter", "auth"],
    [403, "Forbidden", "scope_missing"],
    [403, "User action not permitted", "scope_missing"],
    [503, "Compliance Related", "account_closed"],
    [404, "Resource Not Found", "not_found"],
    [400, "Member In Compliance State", "conflict"],
    [400, "Forgotten Email Not Subscribed", "conflict"],
    [400, "Bad Request", "invalid_input"],
    [405, "Method Not Allowed", "invalid_input"],
    [429, "Too Many Requests", "rate_limited"],
    [500, "Internal Server Error", "unavailable"],
  ])("%i %s means %s", (status, title, kind) => {
    const error = toProviderError(problem(status, title), "contact");
    expect(error).toMatchObject({ kind, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test("names the fields that it did not take, and what it says of them", () => {
    const errors = [
      { field: "PHONE", message: "Please enter a value" },
      { field: "settings.reply_to", message: "This value is not a valid email address." },
    ];
    const error = toProviderError(problem(400, "Invalid Resource", "Invalid.", errors), "contact");
    expect(error.message).toContain(
      "the field PHONE (“Please enter a value”), the address for replies (“This value is not a valid email address”)",
    );
  });

  test("is repeated without the addresses of people", () => {
    const detail = "marta.silva@example.com is in a compliance state due to unsubscribe.";
    const error = toProviderError(problem(400, "Member In Compliance State", detail), "contact");
    expect(error.detail).toContain("is in a compliance state");
    expect(`${error.message} ${error.detail}`).not.toContain("marta");
  });
});

describe("an answer that is not JSON", () => {
  test("with 403 is Mailchimp slowing us down, and no loss of rights", () => {
    expect(toProviderError(createReply(403, undefined), "contact")).toMatchObject({
      kind: "rate_limited",
      retryAfterMs: 10_000,
    });
  });

  test.each([
    [401, "auth"],
    [400, "unavailable"],
    [302, "unavailable"],
    [502, "unavailable"],
  ])("with %i means %s", (status, kind) => {
    expect(toProviderError(createReply(status, undefined), "contact").kind).toBe(kind);
  });

  test("with 429 says how long to wait where it has a hint", () => {
    const reply = createReply(429, undefined, { "retry-after": "17" });
    expect(toProviderError(reply, "contact").retryAfterMs).toBe(17_000);
  });
});

test("only what Mailchimp says of consent counts as consent that was withdrawn", () => {
  expect(readConsentRefusal(problem(400, "Member In Compliance State"))).toBe("blocked");
  expect(readConsentRefusal(problem(400, "Forgotten Email Not Subscribed"))).toBe("deleted");
  expect(readConsentRefusal(problem(400, "Invalid Resource"))).toBeNull();
  expect(readConsentRefusal(createReply(400, undefined))).toBeNull();
});
