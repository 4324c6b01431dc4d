import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { credentials, oauthStates } from "#db/schema/integrations.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { readCredentials } from "#lib/integrations/tokens/credentials.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { newAccountChoice } from "#lib/sandbox/consent/schema.ts";
import { confirmAccount, discardAccount } from "./confirm-account.ts";
import { finishConnection } from "./finish-connection.ts";
import { getPendingAccount } from "./pending-account.ts";
import { startConnection } from "./start-connection.ts";
import { digest, randomText } from "./state.ts";
import { agree, connectedIn, connectInSandbox } from "./testing/connect.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack);
});
afterAll(() => release());

const provider = "slack";

test("whoever agrees on the consent page is connected, and is told of it", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  const integration = await getIntegration({ ctx, input: { id } });
  expect(integration).toMatchObject({
    provider,
    environment: "sandbox",
    status: "connected",
    issues: [],
    missingScopes: [],
    access: { isRenewedByItself: true },
  });
  const { data: sent } = await listEvents({ ctx, input: { includeOwn: "true" } });
  expect(sent).toMatchObject([{ type: "integration.connected", data: { integrationId: id, provider } }]);
  const noted = await db().select().from(auditLog).where(eq(auditLog.merchantId, ctx.merchantId));
  expect(noted).toMatchObject([{ action: "integration.connected", targetId: id }]);
});

test("the tokens lie sealed in the database", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  const known = await readCredentials(id);
  const [row] = await db().select().from(credentials).where(eq(credentials.integrationId, id));
  expect(known?.secrets.accessToken).toBeTruthy();
  expect(JSON.stringify(row)).not.toContain(known?.secrets.accessToken);
  expect(JSON.stringify(row)).not.toContain(known?.secrets.refreshToken);
});

test("who says no is not connected, and reads that", async () => {
  const ctx = await createTestMerchant();
  await expect(connectInSandbox(ctx, { provider, answer: "deny" })).rejects.toMatchObject({ code: "denied" });
  expect(await listIntegrations({ ctx, input: {} })).toMatchObject({ data: [] });
});

test("an answer is good once", async () => {
  const ctx = await createTestMerchant();
  const { query, browserNonce } = await agree(ctx, { provider });
  const finish = () => finishConnection({ ctx, providerId: provider, query, browserNonce });
  const results = await Promise.allSettled([finish(), finish(), finish()]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(finish()).rejects.toMatchObject({ code: "state_mismatch" });
});

test("an answer is good in the browser and for the person that asked, and a stranger's try does not use it up", async () => {
  const ctx = await createTestMerchant();
  const stranger = await createTestMerchant();
  const { query, browserNonce } = await agree(ctx, { provider });
  const answer = { providerId: provider, query };
  await expect(finishConnection({ ...answer, ctx, browserNonce: randomText() })).rejects.toMatchObject({
    code: "wrong_browser",
  });
  await expect(finishConnection({ ...answer, ctx, browserNonce: null })).rejects.toMatchObject({
    code: "wrong_browser",
  });
  await expect(finishConnection({ ...answer, ctx: stranger, browserNonce })).rejects.toMatchObject({
    code: "wrong_browser",
  });
  await expect(finishConnection({ ...answer, ctx, browserNonce })).resolves.toMatchObject({
    kind: "connected",
  });
});

test("a state that nobody gave out is refused", async () => {
  const ctx = await createTestMerchant();
  const query = new URLSearchParams({ code: "abc", state: randomText() });
  await expect(
    finishConnection({ ctx, providerId: provider, query, browserNonce: randomText() }),
  ).rejects.toMatchObject({ code: "state_mismatch" });
});

test("after ten minutes the answer comes too late", async () => {
  const ctx = await createTestMerchant();
  const { query, browserNonce } = await agree(ctx, { provider });
  const id = digest(query.get("state") ?? "");
  await db().update(oauthStates).set({ expiresAt: new Date() }).where(eq(oauthStates.id, id));
  await expect(finishConnection({ ctx, providerId: provider, query, browserNonce })).rejects.toMatchObject({
    code: "expired",
  });
});

test("a code that is not the provider's connects nothing", async () => {
  const ctx = await createTestMerchant();
  const { query, browserNonce } = await agree(ctx, { provider });
  query.set("code", "made-up");
  await expect(finishConnection({ ctx, providerId: provider, query, browserNonce })).rejects.toMatchObject({
    code: "auth",
  });
  expect(await listIntegrations({ ctx, input: {} })).toMatchObject({ data: [] });
});

test("connecting the same account twice gives one connection", async () => {
  const ctx = await createTestMerchant();
  const first = await connectedIn(ctx, { provider });
  expect(await connectedIn(ctx, { provider })).toBe(first);
});

test("connecting again after a disconnect keeps the id", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  await disconnect({ ctx, input: { id } });
  expect(await connectedIn(ctx, { provider, query: { integrationId: id } })).toBe(id);
  expect(await getIntegration({ ctx, input: { id } })).toMatchObject({
    status: "connected",
    disconnectedAt: null,
  });
});

test("another account does not take a connection's place unless the merchant says so", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  const before = await getIntegration({ ctx, input: { id } });
  const other = await connectInSandbox(ctx, {
    provider,
    query: { integrationId: id },
    account: newAccountChoice,
  });
  if (other.kind !== "other_account") throw new Error("It was taken without a question.");
  expect(await getIntegration({ ctx, input: { id } })).toEqual(before);
  const pending = await getPendingAccount({ ctx, input: { state: other.state } });
  expect(pending).toMatchObject({ integrationId: id, currentAccount: before.account });
  const moved = await confirmAccount({ ctx, input: { state: other.state } });
  expect(moved).toMatchObject({ id, status: "connected", account: pending.newAccount });
  await expect(confirmAccount({ ctx, input: { state: other.state } })).rejects.toMatchObject({ status: 404 });
});

test("a stranger cannot answer that question", async () => {
  const ctx = await createTestMerchant();
  const stranger = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  const journey = { provider, query: { integrationId: id }, account: newAccountChoice };
  const other = await connectInSandbox(ctx, journey);
  if (other.kind !== "other_account") throw new Error("It was taken without a question.");
  const answer = { ctx: stranger, input: { state: other.state } };
  await expect(confirmAccount(answer)).rejects.toMatchObject({ status: 404 });
  await expect(discardAccount(answer)).rejects.toMatchObject({ status: 404 });
});

test("an account that is not wanted is let go at the provider, and the connection works on", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  const journey = { provider, query: { integrationId: id }, account: newAccountChoice };
  const other = await connectInSandbox(ctx, journey);
  if (other.kind !== "other_account") throw new Error("It was taken without a question.");
  expect(await discardAccount({ ctx, input: { state: other.state } })).toEqual({ isRevoked: true });
  const input = { id, action: "send-message", input: slack.actions["send-message"].example };
  await expect(runIntegrationAction({ ctx, input })).resolves.toMatchObject({ action: "send-message" });
});

/** The same person, whose role was changed meanwhile. */
const demoted = (ctx: Ctx): Ctx => {
  if (ctx.actor.kind !== "user") throw new Error("Only people have roles.");
  return { ...ctx, actor: { ...ctx.actor, role: "viewer" } };
};

test("who was made a viewer between Connect and the way back connects nothing, and the answer is used up", async () => {
  const ctx = await createTestMerchant();
  const { query, browserNonce } = await agree(ctx, { provider });
  const finish = (by: Ctx) => finishConnection({ ctx: by, providerId: provider, query, browserNonce });
  await expect(finish(demoted(ctx))).rejects.toMatchObject({ code: "not_allowed" });
  await expect(finish(ctx)).rejects.toMatchObject({ code: "state_mismatch" });
  expect(await listIntegrations({ ctx, input: {} })).toMatchObject({ data: [] });
});

test("who was made a viewer cannot move a connection to another account", async () => {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider });
  const journey = { provider, query: { integrationId: id }, account: newAccountChoice };
  const other = await connectInSandbox(ctx, journey);
  if (other.kind !== "other_account") throw new Error("It was taken without a question.");
  const answer = { ctx: demoted(ctx), input: { state: other.state } };
  await expect(confirmAccount(answer)).rejects.toMatchObject({ status: 403 });
  await expect(discardAccount(answer)).rejects.toMatchObject({ status: 403 });
  await expect(getPendingAccount(answer)).rejects.toMatchObject({ status: 403 });
});

test("another merchant's connection cannot be connected again", async () => {
  const owner = await createTestMerchant();
  const stranger = await createTestMerchant();
  const id = await connectedIn(owner, { provider });
  await expect(
    startConnection({ ctx: stranger, input: { provider, integrationId: id }, browserNonce: randomText() }),
  ).rejects.toMatchObject({ status: 404 });
});

test("the state is stored as a digest, bound to its merchant", async () => {
  const ctx = await createTestMerchant();
  const { url } = await startConnection({ ctx, input: { provider }, browserNonce: randomText() });
  const state = new URL(url).searchParams.get("state") ?? "";
  const [row] = await db()
    .select()
    .from(oauthStates)
    .where(and(eq(oauthStates.id, digest(state)), eq(oauthStates.merchantId, ctx.merchantId)));
  expect(row).toBeDefined();
  expect(JSON.stringify(row)).not.toContain(state);
});
