import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#lib/ids.ts";
import { createOAuthClient } from "#lib/integrations/calls/oauth-client.ts";
import { insertCredential } from "#lib/sandbox/core/credentials.ts";
import { inSandbox } from "#lib/sandbox/testing/authorise.ts";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { readSettings } from "../auth.ts";
import { salesforce } from "../provider.ts";
import { commands } from "./commands.ts";

const scenes: ProviderTest[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop();
});

const verifier = "a-verifier-that-is-long-enough-to-be-one-of-rfc-7636";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const host = "login.salesforce.com";

/** An org whose owner has just agreed on the general sign-in page: a code, and the client that exchanges it. */
async function agreed(scopes: readonly string[] = ["api", "refresh_token"]) {
  const scene = await startProviderTest(salesforce);
  scenes.push(scene);
  const { app } = scene.context;
  const [redirectUri = ""] = app.redirectUris;
  const data = { redirect_uri: redirectUri, code_challenge: challenge };
  const code = newId("sbx");
  const grant = { id: newId("sbx"), account: scene.account, scopes, data };
  await insertCredential(db(), "salesforce", grant, { kind: "code", token: code, expiresInSeconds: 60 });
  const client = createOAuthClient({
    provider: salesforce,
    auth: salesforce.auth,
    app,
    environment: "sandbox",
    settings: { host },
    requests: [],
  });
  const identify = (accessToken: string, settings: Record<string, string>) =>
    salesforce.identify(scene.call({ credentials: { accessToken }, settings: { host, ...settings } }));
  return {
    scene,
    client,
    identify,
    exchange: (proof = verifier) => client.exchangeCode(code, redirectUri, proof),
  };
}

describe("tokens", () => {
  test("come with the org's address, which serves as the place of all calls", async () => {
    const { scene, exchange, identify } = await agreed();
    const { accessToken, settings, grantedScopes } = await exchange();
    expect(settings).toMatchObject({ instanceUrl: `https://${scene.account.externalId}` });
    expect(grantedScopes).toEqual(["api", "refresh_token"]);
    expect(await identify(accessToken, settings)).toMatchObject({ id: settings.organizationId });
  });

  test("are signed with the app's secret, and with no other", async () => {
    const { scene, exchange } = await agreed();
    const { refreshToken = "" } = await exchange();
    const { app } = scene.context;
    const answer = await askForTokens(scene, refreshToken);
    expect(readSettings(answer, app)).toMatchObject({ organizationId: expect.stringMatching(/^00D/) });
    expect(() => readSettings(answer, { ...app, clientSecret: "another" })).toThrow("sign-in");
  });

  test("need the verifier that fits the challenge", async () => {
    const { exchange } = await agreed();
    await expect(exchange(`${verifier}-not`)).rejects.toMatchObject({
      kind: "auth",
      detail: expect.stringContaining("invalid code verifier"),
    });
  });

  test("come without a refresh token where none was agreed to", async () => {
    const { exchange } = await agreed(["api"]);
    expect((await exchange()).refreshToken).toBeUndefined();
  });

  test("do not say when they end, and are renewed within the 30 days of a refresh token's rest", async () => {
    const { scene, exchange } = await agreed();
    const { refreshToken = "", expiresAt } = await exchange();
    const days = ((expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(1);
    expect(days).toBeLessThan(30);
    expect(await askForTokens(scene, refreshToken)).not.toHaveProperty("expires_in");
  });

  test("once used to refresh and shown again, end the whole grant", async () => {
    const { client, exchange, identify } = await agreed();
    const { refreshToken = "" } = await exchange();
    const next = await client.refresh(refreshToken);
    expect(next.refreshToken).not.toBe(refreshToken);
    await expect(client.refresh(refreshToken)).rejects.toMatchObject({ kind: "auth" });
    await expect(identify(next.accessToken, next.settings)).rejects.toMatchObject({ kind: "auth" });
    await expect(client.refresh(next.refreshToken ?? "")).rejects.toMatchObject({ kind: "auth" });
  });
});

describe("from the org's side", () => {
  test("ending all sessions ends access tokens, and a refresh brings one that works", async () => {
    const { scene, client, exchange, identify } = await agreed();
    const { accessToken, refreshToken = "", settings } = await exchange();
    await commands["end-sessions"]?.run(scene.context);
    await expect(identify(accessToken, settings)).rejects.toMatchObject({
      kind: "auth",
      detail: expect.stringContaining("INVALID_SESSION_ID"),
    });
    const fresh = await client.refresh(refreshToken);
    expect(await identify(fresh.accessToken, fresh.settings)).toMatchObject({ id: settings.organizationId });
    await expect(identify(accessToken, settings)).rejects.toMatchObject({ kind: "auth" });
  });

  test("revoking the app ends refresh tokens too", async () => {
    const { scene, client, exchange, identify } = await agreed();
    const { accessToken, refreshToken = "", settings } = await exchange();
    await commands["revoke-app"]?.run(scene.context);
    await expect(identify(accessToken, settings)).rejects.toMatchObject({ kind: "auth" });
    await expect(client.refresh(refreshToken)).rejects.toMatchObject({
      kind: "auth",
      detail: expect.stringContaining("expired access/refresh token"),
    });
  });
});

test("disconnecting revokes the refresh token, and with it the access token", async () => {
  const { scene, client, exchange, identify } = await agreed();
  const { accessToken, refreshToken = "", settings } = await exchange();
  const credentials = { accessToken, refreshToken };
  const request = salesforce.auth.revoke({
    credentials,
    settings: { host, ...settings },
    app: scene.context.app,
  });
  expect((await scene.call().request(request)).status).toBe(200);
  await expect(identify(accessToken, settings)).rejects.toMatchObject({ kind: "auth" });
  await expect(client.refresh(refreshToken)).rejects.toMatchObject({ kind: "auth" });
  expect((await scene.call().request(request)).status).toBe(400);
});

describe("the authorize address", () => {
  const ask = async (scene: ProviderTest, at: string, over: Record<string, string> = {}) => {
    const { app } = scene.context;
    const url = new URL(inSandbox("salesforce", `https://${at}/services/oauth2/authorize`));
    const query = {
      response_type: "code",
      client_id: app.clientId,
      redirect_uri: app.redirectUris[0] ?? "",
      scope: "api refresh_token",
      state: "s",
      code_challenge: challenge,
      code_challenge_method: "S256",
      ...over,
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await fetch(url, { redirect: "manual" });
    return { status: response.status, location: response.headers.get("location") ?? "" };
  };

  test.each(["login.salesforce.com", "test.salesforce.com", "ana--dev.sandbox.my.salesforce.com"])(
    "of %s leads to the consent page",
    async (at) => {
      const { scene } = await agreed();
      expect((await ask(scene, at)).location).toContain("/consent/");
    },
  );

  test("refuses an app that does without PKCE, and a scope that there is not", async () => {
    const { scene } = await agreed();
    expect((await ask(scene, host, { code_challenge_method: "plain" })).location).toContain(
      "invalid_request",
    );
    expect((await ask(scene, host, { scope: "api everything" })).location).toContain("invalid_scope");
  });
});

async function askForTokens(scene: ProviderTest, refreshToken: string): Promise<unknown> {
  const { clientId, clientSecret } = scene.context.app;
  const reply = await scene.call().request({
    method: "POST",
    url: `https://${host}/services/oauth2/token`,
    form: {
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      client_id: clientId,
      client_secret: clientSecret,
    },
  });
  return reply.json;
}
