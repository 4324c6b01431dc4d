import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { checkIntegration } from "../check-integration.ts";
import { getIntegration } from "../get-integration.ts";
import { runIntegrationAction } from "../run-action.ts";
import { checkDueIntegrations } from "./check-due.ts";
import { checkHealth } from "./check-health.ts";
import { noticeDueIssues } from "./notice-due-issues.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack);
  // What other tests of this database left behind is not this one's to check.
  await db().execute(sql`UPDATE integrations SET next_check_at = now() + interval '1 day'`);
  await db().execute(sql`UPDATE integration_issues SET notice_due_at = NULL`);
});
afterAll(() => release());

async function connectSlack() {
  const ctx = await createTestMerchant();
  const userId = newId("usr");
  await db()
    .insert(users)
    .values({
      id: userId,
      email: `${userId}@example.com`,
      name: "Ana",
      passwordHash: "none",
      emailVerifiedAt: new Date(),
    });
  await db().insert(memberships).values({ merchantId: ctx.merchantId, userId, role: "owner" });
  const id = await connectedIn(ctx, { provider: "slack" });
  return {
    ctx,
    id,
    get: () => getIntegration({ ctx, input: { id } }),
    check: () => checkIntegration({ ctx, input: { id } }),
    fault: (kind: "server_error" | "unauthorised", times: number) =>
      switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind, times }),
    mails: () => db().select().from(notices).where(eq(notices.merchantId, ctx.merchantId)),
  };
}

test("each connection is checked in its turn, by one process only", async () => {
  const { id, get, fault } = await connectSlack();
  await fault("unauthorised", 2);
  await db()
    .update(integrations)
    .set({ nextCheckAt: new Date(0) })
    .where(eq(integrations.id, id));
  const reports = await Promise.all([checkDueIntegrations(), checkDueIntegrations()]);
  expect(reports.map(({ checked }) => checked).toSorted()).toEqual([0, 1]);
  expect(await get()).toMatchObject({ status: "needs_attention", issues: [{ cause: "revoked" }] });
  const [row] = await db().select().from(integrations).where(eq(integrations.id, id));
  expect(row?.nextCheckAt.getTime()).toBeGreaterThan(Date.now());
});

test("one check that finds nobody is no cause for alarm; the second is, and an answer ends it", async () => {
  const { check, fault } = await connectSlack();
  await fault("server_error", 2);
  expect(await check()).toMatchObject({ status: "connected", issues: [] });
  expect(await check()).toMatchObject({
    status: "needs_attention",
    issues: [{ cause: "unreachable", fix: "wait" }],
  });
  expect(await check()).toMatchObject({ status: "connected", issues: [] });
});

test("what needs the merchant is told by email, once", async () => {
  const { check, fault, mails } = await connectSlack();
  await fault("unauthorised", 6);
  await check();
  await noticeDueIssues();
  await check();
  await noticeDueIssues();
  expect(await mails()).toMatchObject([{ code: "notice_reconnect", params: { app: "Slack" } }]);
});

test("what heals before its time is not told by email", async () => {
  const { id, check, fault, mails } = await connectSlack();
  await fault("server_error", 2);
  await check();
  await check();
  await noticeDueIssues();
  expect(await mails()).toEqual([]);
  await check();
  const ofThis = eq(integrationIssues.integrationId, id);
  expect(await db().select().from(integrationIssues).where(ofThis)).toMatchObject([
    { closedAt: expect.any(Date), noticeDueAt: null },
  ]);
  // Even one that were due still, because it healed in that very moment.
  await db()
    .update(integrationIssues)
    .set({ noticeDueAt: new Date(0) })
    .where(ofThis);
  await noticeDueIssues();
  expect(await mails()).toEqual([]);
});

test("what lasts is told when its time has come", async () => {
  const { id, check, fault, mails } = await connectSlack();
  await fault("server_error", 2);
  await check();
  await check();
  await db()
    .update(integrationIssues)
    .set({ noticeDueAt: sql`notice_due_at - interval '61 minutes'` })
    .where(eq(integrationIssues.integrationId, id));
  await noticeDueIssues();
  expect(await mails()).toMatchObject([{ code: "notice_unreachable", params: { app: "Slack" } }]);
});

test("what is failing is looked at again in half an hour", async () => {
  const { id, check, fault } = await connectSlack();
  await db()
    .update(integrations)
    .set({ nextCheckAt: new Date(Date.now() + 6 * 3_600_000) })
    .where(eq(integrations.id, id));
  await fault("unauthorised", 2);
  await check();
  const [row] = await db().select().from(integrations).where(eq(integrations.id, id));
  expect(row?.nextCheckAt.getTime()).toBeLessThan(Date.now() + 31 * 60_000);
});

test("what comes and goes is told by email once a day at most", async () => {
  const { check, fault, mails } = await connectSlack();
  for (let round = 0; round < 3; round += 1) {
    await fault("unauthorised", 2);
    await check();
    await noticeDueIssues();
    await check();
  }
  expect(await mails()).toHaveLength(1);
});

test("a permission that a call was refused for is over once that call succeeds, not because the grant looks whole", async () => {
  const { ctx, id, get, check } = await connectSlack();
  const { example } = slack.actions["send-message"];
  const send = () => runIntegrationAction({ ctx, input: { id, action: "send-message", input: example } });
  await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "forbidden", times: 1 });
  await expect(send()).rejects.toMatchObject({ code: "scope_missing" });
  await check();
  expect(await get()).toMatchObject({ issues: [{ cause: "scope_missing" }] });
  await send();
  expect(await get()).toMatchObject({ status: "connected", issues: [] });
});

test("a check that took its time does not put the old account's settings over the new one's", async () => {
  const { ctx, id, get } = await connectSlack();
  const [stale] = await db().select().from(integrations).where(eq(integrations.id, id));
  if (!stale) throw new Error("Not connected.");
  await db()
    .update(integrations)
    .set({ accountId: "T_OTHER", settings: { accountId: "T_OTHER" } })
    .where(eq(integrations.id, id));
  await checkHealth({ ...stale, settings: { accountId: stale.accountId } });
  expect(await get()).toMatchObject({ settings: { accountId: "T_OTHER" } });
  await db()
    .delete(integrations)
    .where(and(eq(integrations.id, id), eq(integrations.merchantId, ctx.merchantId)));
});
