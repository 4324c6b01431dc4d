import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { credentials, integrations } from "#db/schema/integrations.ts";
import { sandboxCalls } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { saveConnection } from "../connect/save-connection.ts";
import { disconnect } from "../disconnect.ts";
import { getIntegration } from "../get-integration.ts";
import { runIntegrationAction } from "../run-action.ts";
import { readCredentials, writeCredentials } from "./credentials.ts";
import { refreshCredentials } from "./refresh-credentials.ts";
import { refreshDueCredentials } from "./refresh-due.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack);
});
afterAll(() => release());

async function connectSlack() {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider: "slack" });
  const [integration] = await db().select().from(integrations).where(eq(integrations.id, id));
  const before = await readCredentials(id);
  if (!integration || !before) throw new Error("Not connected.");
  return { ctx, id, integration, before };
}

/** How often the sandbox was asked for tokens. */
async function tokenCalls(merchantId: string): Promise<number> {
  return db().$count(
    sandboxCalls,
    and(eq(sandboxCalls.merchantId, merchantId), like(sandboxCalls.url, "%oauth.v2.access%")),
  );
}

const worker = fileURLToPath(new URL("../testing/refresh-worker.ts", import.meta.url));

async function startWorker(id: string, version: number, times: number) {
  const child: ChildProcess = spawn(process.execPath, [worker, id, String(version), String(times)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (!child.stdout) throw new Error("The worker has no output.");
  const lines = createInterface({ input: child.stdout });
  await once(lines, "line");
  return async (): Promise<string[]> => {
    const answered = once(lines, "line");
    child.stdin?.write("go\n");
    const [line] = await answered;
    return z.array(z.string()).parse(JSON.parse(String(line)));
  };
}

test("20 refreshes in two processes at once are one at the provider, and all get its token", async () => {
  const { ctx, id, before } = await connectSlack();
  const callsBefore = await tokenCalls(ctx.merchantId);
  const workers = await Promise.all([1, 2].map(() => startWorker(id, before.version, 10)));
  const tokens = (await Promise.all(workers.map((go) => go()))).flat();
  const after = await readCredentials(id);
  expect(tokens).toHaveLength(20);
  expect(new Set(tokens)).toEqual(new Set([after?.secrets.accessToken]));
  expect(after?.secrets.accessToken).not.toBe(before.secrets.accessToken);
  expect((await tokenCalls(ctx.merchantId)) - callsBefore).toBe(1);
  expect(after?.version).toBe(before.version + 1);
});

test("whoever comes with an old version gets what is there, without asking the provider", async () => {
  const { ctx, integration, before } = await connectSlack();
  const fresh = await refreshCredentials(integration, before.version);
  const calls = await tokenCalls(ctx.merchantId);
  expect((await refreshCredentials(integration, before.version)).secrets).toEqual(fresh.secrets);
  expect(await tokenCalls(ctx.merchantId)).toBe(calls);
});

test.each(["server_error", "malformed", "rate_limited"] as const)(
  "a refresh that fails by %s leaves the grant as it was, and works the next time",
  async (kind) => {
    const { ctx, id, integration, before } = await connectSlack();
    const { merchantId } = ctx;
    await switchFaultOn({ merchantId, provider: "slack", kind, times: 1, target: "token" });
    await expect(refreshCredentials(integration, before.version)).rejects.toMatchObject({
      kind: kind === "rate_limited" ? "rate_limited" : "unavailable",
    });
    expect(await readCredentials(id)).toEqual(before);
    await expect(refreshCredentials(integration, before.version)).resolves.toMatchObject({
      version: before.version + 1,
    });
  },
);

test("an answer that is lost uses a single-use token up: the merchant is told to connect again, once", async () => {
  const { ctx, id, integration, before } = await connectSlack();
  const { merchantId } = ctx;
  await switchFaultOn({ merchantId, provider: "slack", kind: "lost", times: 1, target: "token" });
  await expect(refreshCredentials(integration, before.version)).rejects.toMatchObject({
    kind: "unavailable",
  });
  expect(await readCredentials(id)).toEqual(before);
  await db()
    .update(credentials)
    .set({ expiresAt: new Date(0) })
    .where(eq(credentials.integrationId, id));
  const input = { id, action: "send-message", input: slack.actions["send-message"].example };
  await expect(runIntegrationAction({ ctx, input })).rejects.toMatchObject({ code: "reconnect_needed" });
  await expect(runIntegrationAction({ ctx, input })).rejects.toMatchObject({ code: "reconnect_needed" });
  const { status, issues } = await getIntegration({ ctx, input: { id } });
  expect(status).toBe("needs_attention");
  expect(issues).toMatchObject([{ cause: "revoked", fix: "reconnect" }]);
  await connectedIn(ctx, { provider: "slack", query: { integrationId: id } });
  expect(await getIntegration({ ctx, input: { id } })).toMatchObject({ status: "connected", issues: [] });
});

test("access that has ended is renewed before it is used", async () => {
  const { ctx, id, before } = await connectSlack();
  await db()
    .update(credentials)
    .set({ expiresAt: new Date(0) })
    .where(eq(credentials.integrationId, id));
  const input = { id, action: "send-message", input: slack.actions["send-message"].example };
  await expect(runIntegrationAction({ ctx, input })).resolves.toMatchObject({ action: "send-message" });
  expect((await readCredentials(id))?.version).toBe(before.version + 1);
});

test("access that ends soon is renewed ahead of time, once by all processes", async () => {
  const { id, before } = await connectSlack();
  await db()
    .update(credentials)
    .set({ refreshDueAt: new Date(0) })
    .where(eq(credentials.integrationId, id));
  await Promise.all([refreshDueCredentials(), refreshDueCredentials()]);
  expect((await readCredentials(id))?.version).toBe(before.version + 1);
  const [row] = await db().select().from(credentials).where(eq(credentials.integrationId, id));
  expect(row?.refreshDueAt?.getTime()).toBeGreaterThan(Date.now());
});

test("connecting again during a refresh waits for it, and neither hangs nor loses what came", async () => {
  const { ctx, id, integration, before } = await connectSlack();
  await switchFaultOn({
    merchantId: ctx.merchantId,
    provider: "slack",
    kind: "slow",
    times: 1,
    target: "token",
    delayMs: 1_000,
  });
  const refreshed = refreshCredentials(integration, before.version);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const again = saveConnection(
    ctx,
    {
      provider: "slack",
      environment: "sandbox",
      account: { id: integration.accountId, label: integration.accountLabel },
      secrets: { accessToken: "new-access", refreshToken: "new-refresh" },
      settings: {},
      scopes: integration.scopes,
      expiresAt: null,
      refreshExpiresAt: null,
    },
    { integrationId: id, isOtherAccountFine: true },
  );
  await Promise.all([refreshed, again]);
  expect((await readCredentials(id))?.secrets).toMatchObject({ accessToken: "new-access" });
});

test("disconnecting during a refresh revokes what the refresh has brought", async () => {
  const { ctx, id, integration, before } = await connectSlack();
  const { merchantId } = ctx;
  await switchFaultOn({
    merchantId,
    provider: "slack",
    kind: "slow",
    times: 1,
    target: "token",
    delayMs: 1_000,
  });
  const refreshed = refreshCredentials(integration, before.version).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await disconnect({ ctx, input: { id } })).toMatchObject({ isRevokedAtProvider: true });
  await refreshed;
  expect(await readCredentials(id)).toBeNull();
});

test("a grant that has ended is not asked for again and again", async () => {
  const { ctx, id } = await connectSlack();
  const { merchantId } = ctx;
  const gone = { accessToken: "gone", refreshToken: "gone" };
  await db().transaction((tx) =>
    writeCredentials(tx, { merchantId, integrationId: id }, gone, {
      expiresAt: new Date(0),
      refreshExpiresAt: null,
    }),
  );
  await refreshDueCredentials();
  const [row] = await db().select().from(credentials).where(eq(credentials.integrationId, id));
  expect(row?.refreshDueAt).toBeNull();
  expect(await getIntegration({ ctx, input: { id } })).toMatchObject({ issues: [{ cause: "revoked" }] });
});
