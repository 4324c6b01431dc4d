import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { agree, connectedIn, connectInSandbox } from "#lib/integrations/connect/testing/connect.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { acceptInbound } from "#lib/integrations/inbound/accept-inbound.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { readCredentials } from "#lib/integrations/tokens/credentials.ts";
import { answerConsent } from "#lib/sandbox/consent/answer-consent.ts";
import { openAccountContext } from "#lib/sandbox/core/account-context.ts";
import { listAccounts } from "#lib/sandbox/core/accounts.ts";
import { holdSandboxServer } from "../testing/sandbox-server.ts";
import { stripe } from "./provider.ts";
import { commands } from "./sandbox/commands.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock("#lib/providers/registry.ts", async () => {
  const { createRegistry } = await import("#lib/providers/testing/create-registry.ts");
  return createRegistry([(await import("./provider.ts")).stripe]);
});

const provider = stripe.id;
const typed = { way: "new", businessName: "Ana's Second Place", email: "ana@example.com", country: "PT" };

let ctx: Ctx;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(stripe, receive);
});
afterAll(() => release());
beforeEach(async () => {
  ctx = await createTestMerchant();
});

/** This installation's inbound route for Stripe, which the sandbox knocks at. */
async function receive(request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (pathname !== "/api/inbound/stripe") return null;
  const body = new Uint8Array(await request.arrayBuffer());
  const message = { method: "POST", url: request.url, headers: Object.fromEntries(request.headers), body };
  const { status } = await acceptInbound({ providerId: provider, integrationId: null, request: message });
  return new Response(null, { status });
}

const charge = (id: string) => {
  const input = { id, action: "create-charge", input: stripe.actions["create-charge"].example };
  return runIntegrationAction({ ctx, input });
};
const readAccountStatus = async (id: string) => {
  const input = { id, action: "account-status", input: {} };
  const { output } = await runIntegrationAction({ ctx, input });
  return z
    .looseObject({
      link: z.string().nullable(),
      canTakePayments: z.boolean(),
      stillNeeded: z.array(z.string()),
    })
    .parse(output);
};
async function findContext(id: string) {
  const { accountId } = await requireIntegration(ctx, id);
  const accounts = await listAccounts({ provider, merchantId: ctx.merchantId });
  const account = accounts.find(({ externalId }) => externalId === accountId);
  if (!account) throw new Error(`${accountId} is not at the sandbox.`);
  return openAccountContext(provider, account);
}

describe("an account that the merchant has", () => {
  test("is connected by its id, keeps no refresh token, and can be charged", async () => {
    const id = await connectedIn(ctx, { provider });
    const integration = await requireIntegration(ctx, id);
    expect(integration.accountId).toMatch(/^acct_/);
    expect(integration.settings).toEqual({ accountId: integration.accountId, mode: "test" });
    expect((await readCredentials(id))?.secrets).not.toHaveProperty("refreshToken");
    expect(await charge(id)).toMatchObject({ output: { status: "succeeded", platformFee: 95 } });
    expect(await getIntegration({ ctx, input: { id } })).toMatchObject({ status: "connected", issues: [] });
  });

  test("is not connected where the merchant says no", async () => {
    await expect(connectInSandbox(ctx, { provider, answer: "deny" })).rejects.toMatchObject({
      code: "denied",
    });
  });

  test("is out of reach once disconnected, and in reach again once connected again", async () => {
    const id = await connectedIn(ctx, { provider });
    expect(await disconnect({ ctx, input: { id } })).toMatchObject({ isRevokedAtProvider: true });
    const context = await findContext(id);
    expect(await context.store.get("account", "account", z.looseObject({}))).toMatchObject({
      authorization: "taken_back",
    });
    expect(await connectedIn(ctx, { provider, query: { integrationId: id } })).toBe(id);
    expect(await charge(id)).toMatchObject({ output: { status: "succeeded" } });
  });

  test("that takes access back in Stripe is disconnected here by Stripe's message", async () => {
    const id = await connectedIn(ctx, { provider });
    expect(await commands.deauthorize?.run(await findContext(id))).toContain("answered with 200");
    expect(await getIntegration({ ctx, input: { id } })).toMatchObject({ status: "disconnected" });
  });

  test("whose access ended without a message is told to be connected again", async () => {
    const id = await connectedIn(ctx, { provider });
    const { store } = await findContext(id);
    const document = await store.get("account", "account", z.record(z.string(), z.unknown()));
    await store.put("account", "account", { ...document, authorization: "taken_back" });
    await expect(charge(id)).rejects.toMatchObject({ code: "reconnect_needed" });
    expect(await getIntegration({ ctx, input: { id } })).toMatchObject({ issues: [{ cause: "revoked" }] });
  });
});

describe("an account that Stripe opens for the merchant", () => {
  test("bears the name that was typed, is empty, complete, and can be charged", async () => {
    const id = await connectedIn(ctx, { provider, query: typed });
    expect(await getIntegration({ ctx, input: { id } })).toMatchObject({
      status: "connected",
      account: { label: "Ana's Second Place" },
      issues: [],
    });
    const context = await findContext(id);
    expect(await context.store.list("charge", z.looseObject({}))).toEqual([]);
    expect(await context.store.get("account", "account", z.looseObject({}))).toMatchObject({
      contactEmail: "ana@example.com",
      country: "pt",
    });
    expect(await charge(id)).toMatchObject({ output: { status: "succeeded" } });
  });

  test("is not connected where the merchant does not go through with it", async () => {
    const { query } = await agree(ctx, { provider, query: typed, answer: "deny" });
    expect(query.get("connect_error")).toBe("expired");
    expect(await listAccounts({ provider, merchantId: ctx.merchantId })).toEqual([]);
  });

  test.each([[{ country: "Portugal" }], [{ email: "ana" }], [{ businessName: "" }]])(
    "is not opened for %j",
    async (over) => {
      const query = { ...typed, ...over };
      await expect(connectInSandbox(ctx, { provider, query })).rejects.toMatchObject({ status: 422 });
    },
  );

  test("is disconnected like any other", async () => {
    const id = await connectedIn(ctx, { provider, query: typed });
    expect(await disconnect({ ctx, input: { id } })).toMatchObject({ isRevokedAtProvider: true });
  });
});

describe("when Stripe needs something", () => {
  test("the merchant is told, is led to Stripe's page, and it heals when that is filled in", async () => {
    const id = await connectedIn(ctx, { provider, query: typed });
    await commands["require-verification"]?.run(await findContext(id));
    const broken = await checkIntegration({ ctx, input: { id } });
    expect(broken.issues).toMatchObject([
      { cause: "account_incomplete", message: expect.stringContaining("passport or identity card") },
    ]);
    await expect(charge(id)).rejects.toMatchObject({ code: "provider_refused_input" });

    const { link, canTakePayments } = await readAccountStatus(id);
    expect(canTakePayments).toBe(false);
    const page = await fetch(link ?? "", { redirect: "manual" });
    const consent = /\/consent\/(.+)$/.exec(page.headers.get("location") ?? "")?.[1];
    const { url } = await answerConsent({ ctx, input: { id: consent ?? "", answer: "allow" } });
    expect(url).toBe(`${env().APP_URL}/marketplace/stripe`);

    expect(await readAccountStatus(id)).toMatchObject({ link: null, canTakePayments: true, stillNeeded: [] });
    expect((await checkIntegration({ ctx, input: { id } })).issues).toEqual([]);
  });

  test("with time to spare, payments go on, and an account of the merchant's own is led to its dashboard", async () => {
    const id = await connectedIn(ctx, { provider });
    await commands["ask-for-document"]?.run(await findContext(id));
    expect(await readAccountStatus(id)).toMatchObject({
      canTakePayments: true,
      link: "https://dashboard.stripe.com/account/status",
    });
    expect(await charge(id)).toMatchObject({ output: { status: "succeeded" } });
    await commands["complete-verification"]?.run(await findContext(id));
    expect(await readAccountStatus(id)).toMatchObject({ link: null, stillNeeded: [] });
  });
});
