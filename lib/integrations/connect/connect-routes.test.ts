import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import { answerConsent } from "#lib/sandbox/consent/answer-consent.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { callbackRoute, grantRoute, installRoute } from "./connect-routes.ts";

let releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases = [
    await holdSandboxServer(slack),
    await holdSandboxServer(woocommerce, async (request) => {
      const isGrant = new URL(request.url).pathname === "/api/oauth/woocommerce/callback";
      return isGrant ? grantRoute(request, { params: Promise.resolve({ provider: "woocommerce" }) }) : null;
    }),
  ];
});
afterAll(async () => {
  for (const release of releases) await release();
});

type Browser = { ctx: Ctx; headers: Record<string, string> };

async function openBrowser(): Promise<Browser> {
  const ctx = await createTestMerchant();
  return { ctx, headers: { authorization: `Bearer ${await createTestApiKey(ctx)}`, accept: "text/html" } };
}

function open(route: typeof installRoute, url: string, headers: Record<string, string>): Promise<Response> {
  const provider = /\/api\/oauth\/([^/]+)\//.exec(url)?.[1] ?? "";
  return route(new Request(url, { headers }), { params: Promise.resolve({ provider }) });
}

/** From Connect to the consent page and back, as a browser goes it. @returns where it ends */
async function connect(browser: Browser, path: string): Promise<string> {
  const installed = await open(installRoute, `${env().APP_URL}/api/oauth/${path}`, browser.headers);
  const cookie = installed.headers.get("set-cookie")?.split(";")[0] ?? "";
  const asked = await fetch(installed.headers.get("location") ?? "", { redirect: "manual" });
  const id = asked.headers.get("location")?.split("/consent/")[1] ?? "";
  const { url } = await answerConsent({ ctx: browser.ctx, input: { id, answer: "allow" } });
  const back = await open(callbackRoute, url, { ...browser.headers, cookie });
  return back.headers.get("location") ?? `HTTP ${back.status}`;
}

test("a browser comes back to the page of the app, connected", async () => {
  const end = new URL(await connect(await openBrowser(), "slack/install"));
  expect(end.pathname).toBe("/marketplace/slack");
  expect(end.searchParams.get("connected")).toMatch(/^int_/);
});

test("a popup comes back to the window that closes itself", async () => {
  const end = new URL(await connect(await openBrowser(), "slack/install?display=popup"));
  expect(end.pathname).toBe("/connect/done");
  expect(Object.fromEntries(end.searchParams)).toMatchObject({
    provider: "slack",
    connected: expect.any(String),
  });
});

test("a shop that hands over its keys is connected once its owner is back", async () => {
  const browser = await openBrowser();
  const end = new URL(await connect(browser, "woocommerce/install?store=https%3A%2F%2Fana.example"));
  expect(end.searchParams.get("connected")).toMatch(/^int_/);
  const { data } = await listIntegrations({ ctx: browser.ctx, input: {} });
  expect(data).toMatchObject([{ provider: "woocommerce", status: "connected" }]);
});

test.each([
  ["the shop fails", "server_error", "unavailable"],
  ["the shop does not accept the keys", "unauthorised", "auth"],
  ["the shop asks to slow down", "rate_limited", "rate_limited"],
] as const)(
  "where the keys of one click cannot be tried, the browser comes back and says why: %s",
  async (_, kind, code) => {
    const browser = await openBrowser();
    const { merchantId } = browser.ctx;
    await switchFaultOn({ merchantId, provider: "woocommerce", kind, times: 20 });
    const end = new URL(
      await connect(
        browser,
        `woocommerce/install?store=https%3A%2F%2Fshop-${code.replaceAll("_", "-")}.example`,
      ),
    );
    expect(end.pathname).toBe("/marketplace/woocommerce");
    expect(end.searchParams.get("connect_error")).toBe(code);
    expect(await listIntegrations({ ctx: browser.ctx, input: {} })).toMatchObject({ data: [] });
  },
);

test.each([
  ["keys that nobody asked for", { key_id: 1, user_id: "made-up", key_permissions: "read_write" }],
  ["keys that open nothing", { key_id: 1, user_id: "", key_permissions: "read_write" }],
])("%s connect nothing", async (_, body) => {
  const response = await grantRoute(
    new Request(`${env().APP_URL}/api/oauth/woocommerce/callback`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, consumer_key: "ck_made", consumer_secret: "cs_up" }),
    }),
    { params: Promise.resolve({ provider: "woocommerce" }) },
  );
  expect(response.status).toBeGreaterThanOrEqual(400);
});

test("the cookie that ties the answer to the browser cannot be read by scripts or sent by other sites' posts", async () => {
  const { headers } = await openBrowser();
  const response = await open(installRoute, `${env().APP_URL}/api/oauth/slack/install`, headers);
  expect(response.status).toBe(302);
  expect(response.headers.get("set-cookie")).toMatch(/; Path=\/api\/oauth; .*HttpOnly; SameSite=Lax$/);
});

test.each([
  ["shopify/install?check=1&shop=trattoria-ana", 204, []],
  ["shopify/install?check=1&shop=evil.example", 422, ["shop"]],
  ["stripe/install?check=1&way=new&country=Nowhere", 422, ["businessName", "email", "country"]],
])("%s only says whether it could begin: %i", async (path, status, paths) => {
  const { headers } = await openBrowser();
  const url = `${env().APP_URL}/api/oauth/${path}`;
  const response = await open(installRoute, url, { ...headers, accept: "application/json" });
  expect(response.status).toBe(status);
  expect(response.headers.get("set-cookie")).toBeNull();
  if (status === 204) return;
  const { errors } = z
    .object({ errors: z.array(z.object({ path: z.string() })) })
    .parse(await response.json());
  expect(errors.map((error) => error.path).toSorted()).toEqual(paths.toSorted());
});

test("a link on another site connects nothing: it leads to the app's page, where the merchant can", async () => {
  const { headers } = await openBrowser();
  const url = `${env().APP_URL}/api/oauth/woocommerce/install?environment=live&store=https%3A%2F%2Fevil.example`;
  const response = await open(installRoute, url, { ...headers, "sec-fetch-site": "cross-site" });
  expect(response.headers.get("location")).toBe(`${env().APP_URL}/marketplace/woocommerce`);
  expect(response.headers.get("set-cookie")).toBeNull();
});

describe("what fails is told", () => {
  test("to a browser on the app's page", async () => {
    const { headers } = await openBrowser();
    const url = `${env().APP_URL}/api/oauth/slack/callback?code=x&state=unknown`;
    const response = await open(callbackRoute, url, headers);
    expect(response.headers.get("location")).toBe(
      `${env().APP_URL}/marketplace/slack?connect_error=state_mismatch`,
    );
  });

  test("to a program as a problem", async () => {
    const { headers } = await openBrowser();
    const url = `${env().APP_URL}/api/oauth/slack/callback?code=x&state=unknown`;
    const response = await open(callbackRoute, url, { ...headers, accept: "application/json" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "state_mismatch" });
  });

  test("to whoever is not signed in by the sign-in page, from which they come back", async () => {
    const url = `${env().APP_URL}/api/oauth/slack/install`;
    const response = await open(installRoute, url, { accept: "text/html", authorization: "Bearer nobody" });
    expect(response.headers.get("location")).toContain(
      "/sign-in?callbackUrl=%2Fapi%2Foauth%2Fslack%2Finstall",
    );
  });

  test("to a program that asks for an app that is not there with 404", async () => {
    const { headers } = await openBrowser();
    const response = await open(installRoute, `${env().APP_URL}/api/oauth/nothing/install`, headers);
    expect(response.status).toBe(404);
  });
});
