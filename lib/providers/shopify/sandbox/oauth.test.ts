import { afterEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#lib/ids.ts";
import { createOAuthClient } from "#lib/integrations/calls/oauth-client.ts";
import { insertCredential } from "#lib/sandbox/core/credentials.ts";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { shopify } from "../provider.ts";
import { shortest } from "./oauth.ts";

const scenes: ProviderTest[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop();
});

/** A shop whose owner has just agreed: a code, and the client that exchanges it. */
async function agreed() {
  const scene = await startProviderTest(shopify);
  scenes.push(scene);
  const { app } = scene.context;
  const [redirectUri = ""] = app.redirectUris;
  const scopes = shopify.auth.scopes.map(({ id }) => id);
  const grant = { id: newId("sbx"), account: scene.account, scopes, data: { redirect_uri: redirectUri } };
  const code = newId("sbx");
  await insertCredential(db(), "shopify", grant, { kind: "code", token: code, expiresInSeconds: 60 });
  const client = createOAuthClient({
    provider: shopify,
    auth: shopify.auth,
    app,
    environment: "sandbox",
    settings: scene.settings,
    requests: [],
  });
  return { scene, client, exchange: () => client.exchangeCode(code, redirectUri, "") };
}

describe("tokens", () => {
  test("last an hour, with a refresh token for 90 days, and open the shop", async () => {
    const { scene, exchange } = await agreed();
    const tokens = await exchange();
    const livesFor = (date: Date | null) => Math.round(((date?.getTime() ?? 0) - Date.now()) / 60_000);
    expect([livesFor(tokens.expiresAt), livesFor(tokens.refreshExpiresAt)]).toEqual([60, 90 * 24 * 60]);
    expect(tokens.grantedScopes?.toSorted()).toEqual(shopify.auth.scopes.map(({ id }) => id).toSorted());
    const { accessToken } = tokens;
    const account = await shopify.identify(scene.call({ credentials: { accessToken } }));
    expect(account.id).toBe(scene.account.externalId);
  });

  test("a code is good once, and its second use is told as ended access", async () => {
    const { exchange } = await agreed();
    await exchange();
    await expect(exchange()).rejects.toMatchObject({ kind: "auth" });
  });

  test("a lost refresh can be made again; the old token ends once its replacement is used", async () => {
    const { client, exchange } = await agreed();
    const { refreshToken = "" } = await exchange();
    await client.refresh(refreshToken);
    const { refreshToken: replacement = "" } = await client.refresh(refreshToken);
    expect(replacement).not.toBe(refreshToken);
    await client.refresh(replacement);
    await expect(client.refresh(refreshToken)).rejects.toMatchObject({ kind: "auth" });
  });

  test("are ended by what the provider sends to revoke them", async () => {
    const { scene } = await agreed();
    const { credentials, settings } = scene;
    const { app } = scene.context;
    const reply = await scene.call().request(shopify.auth.revoke({ credentials, settings, app }));
    expect(reply).toMatchObject({ status: 200, json: { data: { appUninstall: { userErrors: [] } } } });
    await expect(shopify.identify(scene.call())).rejects.toMatchObject({ kind: "auth" });
  });
});

test("the scopes of an answer are told as Shopify tells them: without what others include", () => {
  expect(shortest(["read_products", "read_orders", "write_orders"])).toEqual([
    "read_products",
    "write_orders",
  ]);
});
