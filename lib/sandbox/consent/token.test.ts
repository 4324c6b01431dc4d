import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { sandboxTokens } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import {
  askForToken,
  buildCallbackUrl,
  exchangeCode,
  getCode,
  refreshWith,
  tryToken,
} from "../testing/authorise.ts";
import { serveSandbox } from "../testing/serve-sandbox.ts";
import { pkce, tinyProviders } from "../testing/tiny-providers.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock(
  "#lib/providers/registry.ts",
  async () => (await import("../testing/tiny-providers.ts")).tinyRegister,
);

let ctx: Ctx;
let server: Awaited<ReturnType<typeof serveSandbox>>;
beforeAll(async () => {
  ctx = await createTestMerchant();
  server = await serveSandbox({ providers: tinyProviders });
});
afterAll(() => server.close());

async function connect(provider: string, over: Record<string, string> = {}) {
  return (await exchangeCode(provider, await getCode(ctx, provider, over))).json;
}

const invalidGrant = { status: 400, json: { error: "invalid_grant" } };

describe("a code", () => {
  test("is exchanged for tokens that work, with the scopes that were agreed to", async () => {
    const tokens = await connect("tiny", { scope: "read" });
    expect(tokens).toMatchObject({ expires_in: 3_600, scope: "read" });
    expect(await tryToken("tiny", tokens.access_token)).toBe(200);
  });

  test("works once, and its second use ends what came of the first", async () => {
    const code = await getCode(ctx, "tiny");
    const { json } = await exchangeCode("tiny", code);
    expect(await exchangeCode("tiny", code)).toMatchObject(invalidGrant);
    expect(await tryToken("tiny", json.access_token)).toBe("revoked_credential");
    expect(await refreshWith("tiny", json.refresh_token)).toMatchObject(invalidGrant);
  });

  test("goes to one of ten that race for it", async () => {
    const code = await getCode(ctx, "tiny");
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchangeCode("tiny", code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("is of no use after a minute", async () => {
    const code = await getCode(ctx, "tiny");
    const kept = await db().select().from(sandboxTokens).where(eq(sandboxTokens.kind, "code"));
    for (const { createdAt, expiresAt } of kept) {
      expect(expiresAt?.getTime()).toBeLessThan(createdAt.getTime() + 70_000);
    }
    await db().update(sandboxTokens).set({ expiresAt: new Date() }).where(eq(sandboxTokens.kind, "code"));
    expect(await exchangeCode("tiny", code)).toMatchObject(invalidGrant);
  });

  test("needs the redirect URI that was authorised", async () => {
    const over = { redirect_uri: `${buildCallbackUrl("tiny")}?` };
    expect(await exchangeCode("tiny", await getCode(ctx, "tiny"), over)).toMatchObject(invalidGrant);
  });

  test("is no access token, no refresh token, and no code of another provider", async () => {
    const code = await getCode(ctx, "tiny");
    expect(await tryToken("tiny", code)).toBe("unknown_credential");
    expect(await refreshWith("tiny", code)).toMatchObject(invalidGrant);
    expect(await exchangeCode("tiny-reusable", code)).toMatchObject(invalidGrant);
    expect((await exchangeCode("tiny", code)).status).toBe(200);
  });

  test("is exchanged without what the provider does without", async () => {
    const code = await getCode(ctx, "tiny-lenient");
    expect((await askForToken("tiny-lenient", { code })).status).toBe(200);
    const other = await getCode(ctx, "tiny-lenient");
    const wrong = await askForToken("tiny-lenient", { code: other, redirect_uri: "https://x.example" });
    expect(wrong).toMatchObject(invalidGrant);
  });
});

describe("a code challenge", () => {
  test.each([
    ["the right verifier", pkce.asked, { code_verifier: pkce.verifier }, 200],
    ["another verifier", pkce.asked, { code_verifier: "x".repeat(43) }, 400],
    ["no verifier", pkce.asked, {}, 400],
    ["a verifier where none was asked with", {}, { code_verifier: pkce.verifier }, 400],
  ])("with %s", async (_, asked, form, status) => {
    const code = await getCode(ctx, "tiny", asked);
    expect((await exchangeCode("tiny", code, form)).status).toBe(status);
  });
});

describe("the token address", () => {
  const basic = (id: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
  });
  const parameters = async (provider: string) => ({
    grant_type: "authorization_code",
    code: await getCode(ctx, provider, pkce.asked),
    code_verifier: pkce.verifier,
    redirect_uri: buildCallbackUrl(provider),
  });

  test.each([
    ["a wrong secret", "tiny", { client_secret: "guess" }],
    ["another client", "tiny", { client_id: "stranger" }],
    ["proof in the body where the provider takes the header", "tiny-strict", {}],
  ])("refuses %s", async (_, provider, over) => {
    const answer = await askForToken(provider, { ...(await parameters(provider)), ...over });
    expect(answer).toMatchObject({ status: 401, json: { error: "invalid_client" } });
  });

  test("takes proof in the header, and not in both places at once", async () => {
    const { clientId, clientSecret } = sandboxApp("tiny-strict");
    const headers = basic(clientId, clientSecret);
    const form = await parameters("tiny-strict");
    const twice = await askForToken("tiny-strict", { ...form, client_secret: clientSecret }, headers);
    expect(twice.json.error).toBe("invalid_client");
    expect((await askForToken("tiny-strict", form, headers)).status).toBe(200);
  });

  test.each([
    [{ grant_type: "password" }, "unsupported_grant_type"],
    [{}, "invalid_request"],
    [{ grant_type: "refresh_token" }, "invalid_request"],
    [{ grant_type: "authorization_code" }, "invalid_request"],
  ])("refuses %j with %s", async (form, error) => {
    expect((await askForToken("tiny", form)).json.error).toBe(error);
  });
});

describe("an access token", () => {
  test("past its end is refused as expired", async () => {
    const { access_token } = await connect("tiny-fleeting");
    expect(await tryToken("tiny-fleeting", access_token)).toBe("expired_credential");
  });

  test("is of no use at another provider", async () => {
    const { access_token } = await connect("tiny");
    expect(await tryToken("tiny-reusable", access_token)).toBe("unknown_credential");
  });

  test("is kept as its SHA-256 only", async () => {
    const { access_token = "", refresh_token = "" } = await connect("tiny");
    const rows = JSON.stringify(await db().select().from(sandboxTokens));
    expect(rows).not.toContain(access_token);
    expect(rows).not.toContain(refresh_token);
  });
});

describe("a refresh token", () => {
  test("that is reusable works again and again, and no new one comes", async () => {
    const { refresh_token } = await connect("tiny-reusable");
    for (const _ of [1, 2]) {
      const { status, json } = await refreshWith("tiny-reusable", refresh_token);
      expect(status).toBe(200);
      expect(json.refresh_token).toBeUndefined();
      expect(await tryToken("tiny-reusable", json.access_token)).toBe(200);
    }
  });

  test("for a single use works once and brings the next; one of ten that race gets it", async () => {
    const { refresh_token } = await connect("tiny");
    const answers = await Promise.all(Array.from({ length: 10 }, () => refreshWith("tiny", refresh_token)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect((await refreshWith("tiny", won[0]?.json.refresh_token)).status).toBe(200);
    expect(await refreshWith("tiny", refresh_token)).toMatchObject(invalidGrant);
  });

  test("that overlaps works until the next one is used", async () => {
    const first = (await connect("tiny-overlapping")).refresh_token;
    const second = (await refreshWith("tiny-overlapping", first)).json.refresh_token;
    const again = await refreshWith("tiny-overlapping", first);
    expect(again.status).toBe(200);
    const third = (await refreshWith("tiny-overlapping", again.json.refresh_token)).json.refresh_token;
    for (const old of [first, second]) {
      expect(await refreshWith("tiny-overlapping", old)).toMatchObject(invalidGrant);
    }
    expect((await refreshWith("tiny-overlapping", third)).status).toBe(200);
  });

  test("is given only where it was asked for, if the provider wants to be asked", async () => {
    expect((await connect("tiny-asked")).refresh_token).toBeUndefined();
    expect((await connect("tiny-asked", { access_type: "offline" })).refresh_token).toBeDefined();
  });
});
