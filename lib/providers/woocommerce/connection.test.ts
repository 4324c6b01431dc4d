import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { deriveKeys } from "#lib/sandbox/core/account-keys.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { grant } from "./grant.ts";
import { woocommerce } from "./provider.ts";
import { sandbox } from "./sandbox/sandbox.ts";

let shop: ProviderTest;
let callbackStatus = 200;
const posted: unknown[] = [];

beforeAll(async () => {
  shop = await startProviderTest(woocommerce, {
    also: async (request) => {
      if (!request.url.endsWith("/keys")) return null;
      posted.push(await request.json());
      return new Response(null, { status: callbackStatus });
    },
  });
});
afterAll(() => shop.stop());

const address = () => `https://${shop.account.externalId}`;
const identify = (over?: Parameters<ProviderTest["call"]>[0]) => woocommerce.identify(shop.call(over));
const readOnlyKeys = () => {
  const { consumerKey = "", consumerSecret = "" } = deriveKeys(sandbox, shop.account)[1]?.fields ?? {};
  return { credentials: { consumerKey, consumerSecret } };
};

describe("keys", () => {
  test("say whose shop it is, and that they may read and write", async () => {
    expect(await identify()).toEqual({
      id: address(),
      label: shop.account.label,
      grantedScopes: ["read", "write"],
      settings: { apiRoot: `${address()}/wp-json/`, keysIn: "header" },
    });
  });

  test("that may only read are told so, also in a shop that speaks another language", async () => {
    await expect(identify(readOnlyKeys())).rejects.toMatchObject({
      kind: "scope_missing",
      missingScope: "write",
      message: expect.stringContaining("Read/Write"),
    });
  });

  test("that may only read cannot set stock", async () => {
    const set = shop.run("set-stock", { productId: "101", quantity: 5 }, readOnlyKeys());
    await expect(set).rejects.toMatchObject({ kind: "scope_missing", missingScope: "write" });
  });

  test("of another shop open nothing", async () => {
    const settings = { store: `${address()}/other` };
    await expect(identify({ settings })).rejects.toMatchObject({ kind: "auth" });
  });

  test("that are wrong are told to be replaced", async () => {
    const credentials = { ...shop.credentials, consumerSecret: "cs_wrong0000" };
    await expect(identify({ credentials })).rejects.toMatchObject({
      kind: "auth",
      message: expect.stringContaining("Connect WooCommerce again"),
    });
  });
});

describe("the one-click way", () => {
  const back = () => `${env().APP_URL}/back?via=shop`;
  const keys = () => `${env().APP_URL}/keys`;
  const ask = (change: (url: URL) => void = () => {}) => {
    const url = new URL(
      grant.authorizeUrl({
        settings: { store: address() },
        appName: "Patchbay",
        nonce: "nonce-1",
        returnUrl: back(),
        callbackUrl: keys(),
      }),
    );
    change(url);
    const local = `http://localhost:${env().PORT}/sandbox/woocommerce/${url.host}${url.pathname}${url.search}`;
    return fetch(local, { redirect: "manual" });
  };
  const agree = () => {
    const data = { callbackUrl: keys(), userId: "nonce-1", appName: "Patchbay", permissions: "read_write" };
    const consent = {
      id: `consent-${posted.length}`,
      account: shop.account,
      scopes: ["read", "write"],
      data,
    };
    const url = new URL(`${back()}&success=1&user_id=nonce-1&code=abc`);
    return sandbox.afterConsent({ url, grant: consent, context: shop.context });
  };

  test("leads to a consent page", async () => {
    const reply = await ask();
    expect(reply.status).toBe(302);
    expect(reply.headers.get("location")).toContain("/consent/");
  });

  test.each([
    ["app_name", "", "Missing parameter app_name"],
    ["user_id", "", "Missing parameter user_id"],
    ["scope", "everything", "Invalid scope everything"],
    ["callback_url", "http://elsewhere.example/keys", "needs to be over SSL"],
    ["return_url", "https://", "is not a valid URL"],
  ])("with the %s %j is refused on a page", async (name, value, message) => {
    const reply = await ask((url) => url.searchParams.set(name, value));
    expect(reply.status).toBe(401);
    expect(await reply.text()).toContain(message);
  });

  test("posts keys that open this shop, and leads back without the code", async () => {
    const url = await agree();
    expect(Object.fromEntries(url.searchParams)).toEqual({ via: "shop", success: "1", user_id: "nonce-1" });
    const { nonce, credentials } = grant.readGrant(posted.at(-1));
    expect(nonce).toBe("nonce-1");
    expect(await identify({ credentials })).toMatchObject({ id: address() });
  });

  test.each([201, 500])("deletes the keys again where the app answers %d", async (status) => {
    callbackStatus = status;
    await expect(agree()).rejects.toThrow(/unable to send the consumer data/);
    callbackStatus = 200;
    const { credentials } = grant.readGrant(posted.at(-1));
    await expect(identify({ credentials })).rejects.toMatchObject({ kind: "auth" });
  });
});

test("a shop where WooCommerce is not names permalinks", async () => {
  const request = shop.call().request({ method: "GET", url: `${address()}/wp-json/wc/v2/orders` });
  expect(await request).toMatchObject({ status: 404, json: { code: "rest_no_route" } });
});

test("a key that the merchant revoked counts no more", async () => {
  const other = await startProviderTest(woocommerce);
  await sandbox.commands["revoke-key"]?.run(other.context);
  await expect(woocommerce.identify(other.call())).rejects.toMatchObject({ kind: "auth" });
  expect(await other.context.store.list("key", z.unknown())).toEqual([]);
  await other.stop();
});
