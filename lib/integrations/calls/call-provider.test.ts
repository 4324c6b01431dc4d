import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { say } from "#lib/failures/say.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import type { FaultKind } from "#lib/sandbox/fault-schema.ts";
import { checkIntegration } from "../check-integration.ts";
import { getIntegration } from "../get-integration.ts";
import { requireIntegration } from "../integration-row.ts";
import { listCalls } from "../list-calls.ts";
import { listResource } from "../list-resource.ts";
import { runIntegrationAction } from "../run-action.ts";
import { callProvider } from "./call-provider.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack);
});
afterAll(() => release());

async function connectSlack() {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider: "slack" });
  const { example } = slack.actions["send-message"];
  return {
    ctx,
    id,
    send: (over: Record<string, unknown> = {}) =>
      runIntegrationAction({ ctx, input: { id, action: "send-message", input: { ...example, ...over } } }),
    fault: (kind: FaultKind, times: number, retryAfterSeconds?: number) =>
      switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind, times, retryAfterSeconds }),
    get: () => getIntegration({ ctx, input: { id } }),
  };
}

test("a call that is refused once is repeated with new access, and the merchant notices nothing", async () => {
  const { send, fault, get } = await connectSlack();
  await fault("unauthorised", 1);
  await expect(send()).resolves.toMatchObject({ action: "send-message" });
  expect(await get()).toMatchObject({ status: "connected", issues: [] });
});

test("a call that stays refused opens one issue and sends one event, however often it is tried", async () => {
  const { ctx, id, send, fault, get } = await connectSlack();
  await fault("unauthorised", 6);
  for (let round = 0; round < 3; round += 1) {
    await expect(send()).rejects.toMatchObject({ status: 409, code: "reconnect_needed" });
  }
  expect(await get()).toMatchObject({ status: "needs_attention", issues: [{ cause: "revoked" }] });
  const { data: sent } = await listEvents({ ctx, input: { type: "integration.error" } });
  expect(sent).toMatchObject([{ data: { integrationId: id, cause: "revoked" } }]);
});

test("an issue closes on its own when a check finds that it has healed", async () => {
  const { ctx, id, send, fault, get } = await connectSlack();
  await fault("unauthorised", 2);
  await expect(send()).rejects.toMatchObject({ code: "reconnect_needed" });
  expect((await get()).status).toBe("needs_attention");
  expect(await checkIntegration({ ctx, input: { id } })).toMatchObject({ status: "connected", issues: [] });
  const rows = await db().select().from(integrationIssues).where(eq(integrationIssues.integrationId, id));
  expect(rows).toMatchObject([{ closedAt: expect.any(Date), noticeDueAt: null }]);
});

test("a provider that asks to wait is left alone so long, and nobody else waits for it", async () => {
  const [slow, other] = [await connectSlack(), await connectSlack()];
  await slow.fault("rate_limited", 1, 60);
  await expect(slow.send()).rejects.toMatchObject({ status: 429, retryAfterSeconds: 60 });
  expect(await slow.get()).toMatchObject({ issues: [{ cause: "rate_limited", fix: "wait" }] });
  // Nothing is sent any more, though the fault is used up.
  await expect(slow.send()).rejects.toMatchObject({ status: 429 });
  await expect(other.send()).resolves.toMatchObject({ action: "send-message" });
});

test("a permission that was not given is raised once, and not asked of the provider again", async () => {
  const { ctx, id, send, get } = await connectSlack();
  await db()
    .update(integrations)
    .set({ scopes: ["channels:read"] })
    .where(eq(integrations.id, id));
  for (let round = 0; round < 3; round += 1) {
    await expect(send()).rejects.toMatchObject({ status: 409, code: "scope_missing" });
  }
  const { issues, missingScopes } = await get();
  expect(issues).toMatchObject([
    { cause: "scope_missing", message: expect.stringContaining("Connect it again") },
  ]);
  expect(missingScopes).toContain("chat:write");
  expect(await listCalls({ ctx, input: { id } })).toMatchObject({ data: [] });
});

test.each([
  ["server_error", 502, "provider_unavailable"],
  ["malformed", 502, "provider_unavailable"],
] as const)(
  "a provider that answers by %s is not the merchant's fault: no issue",
  async (kind, status, code) => {
    const { send, fault, get } = await connectSlack();
    await fault(kind, 1);
    await expect(send()).rejects.toMatchObject({ status, code });
    expect(await get()).toMatchObject({
      status: "connected",
      issues: [],
      lastErrorMessage: expect.any(String),
    });
  },
);

test("each call is in the log with its requests, and without a secret", async () => {
  const { ctx, id, send, fault } = await connectSlack();
  await send();
  await fault("server_error", 1);
  await expect(send()).rejects.toThrow();
  const { data } = await listCalls({ ctx, input: { id } });
  expect(data).toMatchObject([
    { kind: "action", name: "send-message", outcome: "failed", failureKind: "unavailable" },
    {
      kind: "action",
      outcome: "ok",
      requests: expect.arrayContaining([expect.objectContaining({ status: 200 })]),
    },
  ]);
  expect(JSON.stringify(data)).not.toMatch(/xox[a-z.]/);
});

test("another merchant can do nothing with the connection", async () => {
  const { id } = await connectSlack();
  const ctx = await createTestMerchant();
  const input = { id, action: "send-message", input: slack.actions["send-message"].example };
  await expect(runIntegrationAction({ ctx, input })).rejects.toMatchObject({ status: 404 });
  await expect(getIntegration({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
  await expect(listCalls({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
  await expect(checkIntegration({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
  await expect(listResource({ ctx, input: { id, resource: "channels" } })).rejects.toMatchObject({
    status: 404,
  });
});

test("input is refused with the path of what is wrong, before the app is asked", async () => {
  const { ctx, id, send } = await connectSlack();
  await expect(send({ chanel: "typo" })).rejects.toMatchObject({
    status: 422,
    fieldErrors: [{ path: "chanel" }],
  });
  expect(await listCalls({ ctx, input: { id } })).toMatchObject({ data: [] });
});

test("a provider that repeats what it was sent puts no secret into the log, the issue or the error", async () => {
  const { ctx, id, get } = await connectSlack();
  const integration = await requireIntegration(ctx, id);
  let token = "";
  const refused = callProvider({
    integration,
    kind: "action",
    name: "send-message",
    idempotencyKey: "once",
    describe: () => [say("call_done")],
    run: async ({ credentials }) => {
      token = credentials.accessToken ?? "";
      const seen = `Bearer ${token}, ${encodeURIComponent(token)}, ${Buffer.from(token).toString("base64")}`;
      throw new ProviderError({
        kind: "account_closed",
        message: { ...say("verbatim", { text: `Not with ${token}.` }), message: `Not with ${token}.` },
        detail: seen,
      });
    },
  });
  await expect(refused).rejects.toMatchObject({
    params: { text: expect.not.stringContaining("xox") },
    detail: expect.not.stringContaining("xox"),
  });
  expect(token.length).toBeGreaterThan(6);
  const issues = await db().select().from(integrationIssues).where(eq(integrationIssues.integrationId, id));
  expect(issues).toHaveLength(1);
  const kept = JSON.stringify([issues, await get(), await listCalls({ ctx, input: { id } })]);
  expect(kept).not.toContain(token);
});
