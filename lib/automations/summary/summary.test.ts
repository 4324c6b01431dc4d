import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { dayMs, toDay } from "#lib/history/days.ts";
import { getOverview } from "#lib/overview/get-overview.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { getSummary } from "./get-summary.ts";
import { listAutomationsUsing } from "./list-automations-using.ts";
import { listSummaries } from "./list-summaries.ts";
import { activityDays } from "./summary-schema.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

test("an automation is told in words, with its runs of each day, today's last, and the newest of them", async () => {
  const { ctx, automation, slack: integrationId, send, drain, delivery } = await openKitchen();
  await send();
  await drain();
  const { data, nextCursor } = await listSummaries({ ctx, input: {} });
  expect(nextCursor).toBeNull();
  expect(data).toMatchObject([
    {
      id: automation.id,
      eventType: "order.paid",
      steps: [
        {
          key: "message",
          integrationId,
          app: { id: "slack", name: "Slack" },
          title: "Send a message",
          isConnected: true,
          mode: "live",
        },
        { key: "row", app: { id: "google-sheets" } },
      ],
      activity: {
        lastRun: { id: (await delivery()).id, status: "delivered" },
        reviews: 0,
        decisions: 0,
        issues: 0,
      },
    },
  ]);
  const days = data[0]?.activity.days ?? [];
  expect(days).toHaveLength(activityDays);
  expect(days.reduce((sum, { done }) => sum + done, 0)).toBe(1);
  // It may have been midnight meanwhile.
  expect(days.findIndex(({ done }) => done === 1)).toBeGreaterThanOrEqual(activityDays - 2);
});

test("runs of days that were dropped are still counted, and those of other merchants never", async () => {
  const { ctx, automation } = await openKitchen();
  const stranger = await createTestMerchant();
  const day = toDay(Date.now() - 5 * dayMs);
  for (const merchantId of [ctx.merchantId, stranger.merchantId]) {
    await db().execute(sql`INSERT INTO delivery_counts (merchant_id, destination_id, day, delivered, failed)
      VALUES (${merchantId}, ${automation.id}, ${day}, 7, 2)`);
  }
  const { summary } = await getSummary({ ctx, input: { id: automation.id } });
  expect(summary.activity.days?.find((one) => one.day === day)).toEqual({ day, done: 7, failed: 2 });
  await expect(getSummary({ ctx: stranger, input: { id: automation.id } })).rejects.toMatchObject({
    status: 404,
  });
  expect((await listSummaries({ ctx: stranger, input: {} })).data).toEqual([]);
});

test("what is shown is the live version, while a draft that was changed waits to be published", async () => {
  const { ctx, automation } = await openKitchen();
  await updateAutomation({
    ctx,
    input: { id: automation.id, revision: automation.revision, eventType: "order.placed", steps: [] },
  });
  const { summary, definition } = await getSummary({ ctx, input: { id: automation.id } });
  expect(summary).toMatchObject({ eventType: "order.paid", hasUnpublishedChanges: true });
  expect(summary.steps).toHaveLength(2);
  expect(definition.steps).toHaveLength(2);
});

test("a list is narrowed to a name or a state", async () => {
  const { ctx, automation } = await openKitchen();
  const ids = async (input: Record<string, string>) =>
    (await listSummaries({ ctx, input })).data.map(({ id }) => id);
  expect(await ids({ search: "kitch" })).toEqual([automation.id]);
  expect(await ids({ search: "100%" })).toEqual([]);
  expect(await ids({ status: "active" })).toEqual([automation.id]);
  for (const status of ["failing", "paused", "draft"]) expect(await ids({ status })).toEqual([]);
});

test("the overview names the automations that need someone, and none that is paused or another merchant's", async () => {
  const { ctx, automation } = await openKitchen();
  const { automations } = await getOverview({ ctx });
  expect(automations).toEqual({ total: 1, active: 1, inNeed: [] });
  await db().execute(sql`UPDATE destinations SET failing_since = now() WHERE id = ${automation.id}`);
  await db().execute(sql`INSERT INTO automation_issues (id, merchant_id, automation_id, step_key, subject, code)
    VALUES (${`iss_${automation.id}`}, ${ctx.merchantId}, ${automation.id}, 'row', 'x', 'drift_input_gone')`);
  expect((await getOverview({ ctx })).automations.inNeed).toMatchObject([
    { automationId: automation.id, name: "Kitchen", failingSince: expect.any(String), issues: 1, reviews: 0 },
  ]);
  const stranger = await createTestMerchant();
  expect((await getOverview({ ctx: stranger })).automations).toEqual({ total: 0, active: 0, inNeed: [] });
  await pauseAutomation({ ctx, input: { id: automation.id } });
  expect((await getOverview({ ctx })).automations).toEqual({ total: 1, active: 0, inNeed: [] });
});

test("the automations that use a connection are those whose live version has a step of it", async () => {
  const { ctx, automation, slack: slackId, sheets } = await openKitchen();
  const using = async (id: string, by = ctx) =>
    (await listAutomationsUsing({ ctx: by, input: { id } })).map((one) => one.id);
  expect(await using(slackId)).toEqual([automation.id]);
  expect(await using(sheets)).toEqual([automation.id]);
  expect(await using("int_none")).toEqual([]);
  expect(await using(slackId, await createTestMerchant())).toEqual([]);
  await updateAutomation({ ctx, input: { id: automation.id, revision: automation.revision, steps: [] } });
  expect(await using(slackId)).toEqual([automation.id]);
});
