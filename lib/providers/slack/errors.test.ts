import { describe, expect, test } from "vitest";
import { classifyError, readRefusalCode } from "./errors.ts";

async function thrownFor(respond: () => Response | Promise<Response>): Promise<unknown> {
  const { LogLevel, WebClient } = await import("@slack/web-api");
  const client = new WebClient("xoxb-test", {
    fetch: async () => respond(),
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return client.apiCall("chat.postMessage").then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function classifyReply(json: unknown, init?: ResponseInit) {
  return classifyError(await thrownFor(() => Response.json(json, init)));
}

describe("what Slack's SDK throws", () => {
  test.each([
    ["invalid_auth", "auth"],
    ["token_expired", "auth"],
    ["token_revoked", "auth"],
    ["account_inactive", "account_closed"],
    ["access_denied", "scope_missing"],
    ["channel_not_found", "not_found"],
    ["not_in_channel", "invalid_input"],
    ["is_archived", "invalid_input"],
    ["msg_too_long", "invalid_input"],
    ["no_text", "invalid_input"],
    ["invalid_blocks", "invalid_input"],
    ["restricted_action", "invalid_input"],
    ["ratelimited", "rate_limited"],
    ["message_limit_exceeded", "rate_limited"],
    ["fatal_error", "unavailable"],
    ["team_added_to_org", "unavailable"],
  ])("%s is %s, in a sentence that ends with what to do", async (code, kind) => {
    const error = await classifyReply({ ok: false, error: code });
    expect(error).toMatchObject({ kind, detail: code });
    expect(error?.message).not.toContain(code);
    expect(error?.message).toMatch(/^[A-Z].+\. .+\.$/);
  });

  test("a reason that nobody knows yet is tried again, and named", async () => {
    expect(await classifyReply({ ok: false, error: "brand_new_error" })).toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining("brand_new_error"),
    });
  });

  test("a missing permission is named, with what was granted for the engineer", async () => {
    const reply = {
      ok: false,
      error: "missing_scope",
      needed: "channels:history,groups:history",
      provided: "chat:write",
    };
    expect(await classifyReply(reply)).toMatchObject({
      kind: "scope_missing",
      missingScope: "channels:history",
      detail: "missing_scope (needed: channels:history,groups:history; provided: chat:write)",
    });
  });

  test("a permission that Patchbay never asks for is no reason to connect again", async () => {
    const reply = {
      ok: false,
      error: "missing_scope",
      needed: "groups:history",
      provided: "channels:history",
    };
    const error = await classifyReply(reply);
    expect(error).toMatchObject({ kind: "invalid_input", missingScope: undefined });
    expect(error?.message).toContain("public channel");
  });

  test("429 waits as long as Slack says", async () => {
    const headers = { "retry-after": "30" };
    expect(await classifyReply({ ok: false, error: "ratelimited" }, { status: 429, headers })).toMatchObject({
      kind: "rate_limited",
      retryAfterMs: 30_000,
    });
  });

  test("a failure of Slack's servers passes, whatever its body", async () => {
    expect(await classifyReply({ ok: false, error: "internal_error" }, { status: 500 })).toMatchObject({
      kind: "unavailable",
      detail: "internal_error",
    });
    const page = await thrownFor(() => new Response("<html>502 Bad Gateway</html>", { status: 502 }));
    expect(classifyError(page)).toMatchObject({ kind: "unavailable", detail: "HTTP 502" });
  });

  test("an answer that is not Slack's JSON cannot be read", async () => {
    const html = await thrownFor(() => new Response("<html>Sign in to the Wi-Fi</html>"));
    expect(classifyError(html)).toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining("cannot be read"),
    });
    expect(readRefusalCode(html)).toBeNull();
  });

  test("a broken connection passes", async () => {
    const error = await thrownFor(() => Promise.reject(new TypeError("fetch failed")));
    expect(classifyError(error)).toMatchObject({ kind: "unavailable" });
  });

  test("a fault of our own is not Slack's", () => {
    expect(classifyError(new TypeError("undefined is not a function"))).toBeNull();
    expect(classifyError("text")).toBeNull();
  });
});
