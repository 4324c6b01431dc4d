import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { credentials } from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { newId } from "#lib/ids.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { listSandboxObjects } from "#lib/sandbox/list-sandbox-objects.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { connectWithKeys } from "./connect/connect-with-keys.ts";
import { saveConnection } from "./connect/save-connection.ts";
import { disconnect } from "./disconnect.ts";
import { getIntegration } from "./get-integration.ts";
import { listCalls } from "./list-calls.ts";
import { previewDisconnect } from "./preview-disconnect.ts";
import { runIntegrationAction } from "./run-action.ts";
import { serveInbound } from "./testing/serve-inbound.ts";
import { readCredentials } from "./tokens/credentials.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack, serveInbound);
});
afterAll(() => release());

const provider = "slack";

function send(ctx: Ctx, id: string) {
  const input = { id, action: "send-message", input: slack.actions["send-message"].example };
  return runIntegrationAction({ ctx, input });
}

async function createOwner(ctx: Ctx): Promise<string> {
  const userId = newId("usr");
  const email = `${userId}@example.com`;
  await db()
    .insert(users)
    .values({ id: userId, email, name: "Ana", passwordHash: "none", emailVerifiedAt: new Date() });
  await db().insert(memberships).values({ merchantId: ctx.merchantId, userId, role: "owner" });
  return email;
}

test("disconnecting gives the access back, forgets the secrets and keeps the history", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  await send(ctx, id);
  const token = (await readCredentials(id))?.secrets.accessToken ?? "";
  expect(await previewDisconnect({ ctx, input: { id } })).toMatchObject({
    revokesAtProvider: true,
    byHand: null,
  });
  expect(await disconnect({ ctx, input: { id } })).toMatchObject({
    status: "disconnected",
    disconnectReason: "merchant",
    isRevokedAtProvider: true,
  });
  expect(await db().$count(credentials, eq(credentials.integrationId, id))).toBe(0);
  const asked = await fetch(`http://localhost:${process.env.PORT}/sandbox/slack/slack.com/api/auth.test`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await asked.json()).toMatchObject({ ok: false });
  await expect(send(ctx, id)).rejects.toMatchObject({ code: "reconnect_needed" });
  const { data } = await listCalls({ ctx, input: { id } });
  expect(data.some(({ name, outcome }) => name === "send-message" && outcome === "ok")).toBe(true);
});

test("a provider that is down does not keep anyone from disconnecting", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  await switchFaultOn({ merchantId: ctx.merchantId, provider, kind: "server_error", times: 5 });
  expect(await disconnect({ ctx, input: { id } })).toMatchObject({
    status: "disconnected",
    isRevokedAtProvider: false,
  });
});

test("disconnecting twice does nothing more, and another merchant's is not there", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  await disconnect({ ctx, input: { id } });
  expect(await disconnect({ ctx, input: { id } })).toMatchObject({ status: "disconnected" });
  const stranger = await createTestMerchant();
  await expect(disconnect({ ctx: stranger, input: { id } })).rejects.toMatchObject({ status: 404 });
});

test("an uninstall at the provider ends the connection, and tells the merchant on screen, by event and by email", async () => {
  const ctx = await createTestMerchant();
  const email = await createOwner(ctx);
  const id = await connectedIn(ctx, { provider });
  await runSandboxCommand({ ctx, input: { provider, command: "uninstall-app" } });
  expect(await getIntegration({ ctx, input: { id } })).toMatchObject({
    status: "disconnected",
    disconnectReason: "uninstalled",
  });
  expect(await db().$count(credentials, eq(credentials.integrationId, id))).toBe(0);
  const sent = await db().select().from(events).where(eq(events.merchantId, ctx.merchantId));
  expect(sent.map(({ type }) => type).toSorted()).toEqual(["integration.connected", "integration.error"]);
  const mails = await db().select().from(notices).where(eq(notices.merchantId, ctx.merchantId));
  expect(mails).toMatchObject([{ recipient: email, code: "notice_ended", params: { app: "Slack" } }]);
});

test("a shop whose keys cannot be revoked from here is told to send us nothing more", async () => {
  const releaseShop = await holdSandboxServer(woocommerce);
  const ctx = await createTestMerchant();
  const { keys } = await getSandboxState({ ctx, input: { provider: "woocommerce" } });
  const input = { provider: "woocommerce", credentials: keys[0]?.fields ?? {} };
  const { id } = await connectWithKeys({ ctx, input });
  const webhooks = async () => {
    const { data } = await listSandboxObjects({ ctx, input: { provider: "woocommerce", kind: "webhook" } });
    return data.length;
  };
  expect(await webhooks()).toBe(6);
  const preview = await previewDisconnect({ ctx, input: { id } });
  expect(preview).toMatchObject({ revokesAtProvider: false, byHand: expect.stringContaining("WooCommerce") });
  await disconnect({ ctx, input: { id } });
  expect(await webhooks()).toBe(0);
  await releaseShop();
});

test("a grant by which another connection lives is not ended with this one", async () => {
  const one = await createTestMerchant();
  const other = await createTestMerchant();
  const id = await connectedIn(one, { provider });
  const { account } = await getIntegration({ ctx: one, input: { id } });
  await saveConnection(
    other,
    {
      provider,
      environment: "sandbox",
      account,
      secrets: { accessToken: "their-own" },
      settings: {},
      scopes: [],
      expiresAt: null,
      refreshExpiresAt: null,
    },
    null,
  );
  expect(await disconnect({ ctx: one, input: { id } })).toMatchObject({
    status: "disconnected",
    isRevokedAtProvider: false,
  });
});

test("secrets that cannot be opened any more keep nobody from disconnecting", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  await db().update(credentials).set({ sealed: "broken" }).where(eq(credentials.integrationId, id));
  expect(await disconnect({ ctx, input: { id } })).toMatchObject({ status: "disconnected" });
  expect(await connectedIn(ctx, { provider, query: { integrationId: id } })).toBe(id);
});
