import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { sandboxConsents } from "#db/schema/sandbox.ts";
import { env } from "#lib/env.ts";
import { askForConsent, authorise, buildCallbackUrl } from "../testing/authorise.ts";
import { serveSandbox } from "../testing/serve-sandbox.ts";
import { pkce, tinyProviders } from "../testing/tiny-providers.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock(
  "#lib/providers/registry.ts",
  async () => (await import("../testing/tiny-providers.ts")).tinyRegister,
);

let server: Awaited<ReturnType<typeof serveSandbox>>;
beforeAll(async () => {
  server = await serveSandbox({ providers: tinyProviders });
});
afterAll(() => server.close());

describe("the authorize address", () => {
  test("leads to the consent page", async () => {
    const { status, location } = await authorise("tiny");
    expect(status).toBe(302);
    expect(location?.href).toMatch(new RegExp(`^${env().APP_URL}/consent/sbx_`));
  });

  test.each([
    ["a client that it does not know", { client_id: "stranger" }, /client_id stranger/],
    ["no client at all", { client_id: undefined }, /client_id \(none\)/],
    ["an address that is not registered", { redirect_uri: "https://evil.example/callback" }, /Expected: /],
    [
      "a registered address with more behind it",
      { redirect_uri: `${buildCallbackUrl("tiny")}/x` },
      /Expected: /,
    ],
    ["the address of another provider", { redirect_uri: buildCallbackUrl("tiny-named") }, /Expected: /],
    ["no address", { redirect_uri: undefined }, /Expected: /],
  ])("sends nobody anywhere for %s", async (_, over, text) => {
    const answer = await authorise("tiny", over);
    expect(answer).toMatchObject({ status: 400, location: null });
    expect(answer.text).toMatch(text);
  });

  test("names the redirect URI that it expected", async () => {
    expect((await authorise("tiny", { redirect_uri: "https://x.example" })).text).toContain(
      buildCallbackUrl("tiny"),
    );
  });

  test.each([
    ["tiny", { response_type: "token" }, "unsupported_response_type"],
    ["tiny", { response_type: undefined }, "invalid_request"],
    ["tiny", { scope: "read fly" }, "invalid_scope"],
    ["tiny", { scope: undefined }, "invalid_scope"],
    ["tiny", { scope: "toString" }, "invalid_scope"],
    ["tiny", { ...pkce.asked, code_challenge_method: "plain" }, "invalid_request"],
    ["tiny", { ...pkce.asked, code_challenge: "too-short" }, "invalid_request"],
    ["tiny-strict", {}, "invalid_request"],
  ])("of %s leads back with an error and the state for %j", async (provider, over, error) => {
    const { location } = await authorise(provider, over);
    expect(location?.href.startsWith(buildCallbackUrl(provider))).toBe(true);
    expect(Object.fromEntries(location?.searchParams ?? [])).toMatchObject({ error, state: "the-state" });
  });

  test.each([
    ["NUL", "a\0b"],
    ["half of a character", "\ud800"],
    ["a very long text", "x".repeat(9_000)],
  ])("is not put out by a parameter with %s", async (_, odd) => {
    expect((await authorise("tiny", { login_hint: odd })).status).toBeLessThan(500);
  });

  test("keeps five hundred that wait at most, and of a long address nothing", async () => {
    await db().delete(sandboxConsents);
    const waiting = Array.from({ length: 520 }, (_, index) => ({
      id: `sbx_old_${index}`,
      provider: "tiny",
      request: {},
      expiresAt: new Date(Date.now() + 60_000),
    }));
    await db().insert(sandboxConsents).values(waiting);
    const id = await askForConsent("tiny");
    expect((await authorise("tiny", { login_hint: "x".repeat(9_000) })).status).toBe(414);
    const kept = await db().select({ id: sandboxConsents.id }).from(sandboxConsents);
    expect(kept).toHaveLength(500);
    expect(kept).toContainEqual({ id });
  });

  test("does without a response type where the provider does", async () => {
    await expect(askForConsent("tiny-lenient", { response_type: undefined })).resolves.toMatch(/^sbx_/);
  });
});
