import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { createAutomation } from "./create-automation.ts";
import { deleteAutomation } from "./delete-automation.ts";
import { getAutomation } from "./get-automation.ts";
import { listAutomations } from "./list-automations.ts";
import { listVersions } from "./list-versions.ts";
import { pauseAutomation } from "./pause-automation.ts";
import { publishAutomation } from "./publish-automation.ts";
import { restoreVersion } from "./restore-version.ts";
import { resumeAutomation } from "./resume-automation.ts";
import { updateAutomation } from "./update-automation.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const text = (value: string) => ({ kind: "fixed", value });
const createStep = (integrationId: string, said = "Hello") => ({
  key: "message",
  integrationId,
  action: "send-message",
  mapping: { channel: text("C0ORDERS001"), text: text(said) },
});

async function setScene() {
  const ctx = await createTestMerchant();
  const integrationId = await connectedIn(ctx, { provider: "slack" });
  const step = createStep(integrationId);
  const automation = await createAutomation({
    ctx,
    input: { name: "Kitchen", eventType: "order.paid", steps: [step] },
  });
  const { id } = automation;
  const publish = (revision: number) => publishAutomation({ ctx, input: { id, revision } });
  const change = (revision: number, changes: object) =>
    updateAutomation({ ctx, input: { id, revision, ...changes } });
  const send = () => acceptEvents({ ctx, input: { type: "order.paid", data: orderPaid.example } });
  const deliveries = async () => (await listDeliveries({ ctx, input: {} })).data;
  return { ctx, id, automation, step, integrationId, publish, change, send, deliveries };
}

test("an automation does nothing until it is published", async () => {
  const { ctx, id, automation, publish, send, deliveries } = await setScene();
  expect(automation).toMatchObject({ status: "draft", liveVersion: null, hasUnpublishedChanges: true });
  await send();
  expect(await deliveries()).toEqual([]);
  await expect(resumeAutomation({ ctx, input: { id } })).rejects.toMatchObject({ code: "never_published" });
  await expect(pauseAutomation({ ctx, input: { id } })).rejects.toMatchObject({ code: "never_published" });
  expect(await publish(1)).toMatchObject({ status: "active", liveVersion: 1, hasUnpublishedChanges: false });
  await send();
  expect(await deliveries()).toMatchObject([{ destination: { kind: "automation", id, label: "Kitchen" } }]);
});

test("what is live follows the published version, and not the draft", async () => {
  const { publish, change, send, deliveries } = await setScene();
  const { revision } = await publish(1);
  const draft = await change(revision, { eventType: "order.refunded" });
  expect(draft).toMatchObject({ hasUnpublishedChanges: true, liveVersion: 1 });
  await send();
  expect(await deliveries()).toHaveLength(1);
  expect(await publish(draft.revision)).toMatchObject({ liveVersion: 2 });
  await send();
  expect(await deliveries()).toHaveLength(1);
});

test("two people who edit at once do not overwrite each other", async () => {
  const { change, publish } = await setScene();
  const changes = await Promise.allSettled(["A", "B", "C"].map((name) => change(1, { name })));
  expect(changes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const refused of changes) {
    if (refused.status === "rejected")
      expect(refused.reason).toMatchObject({ status: 409, code: "changed_meanwhile" });
  }
  await expect(publish(1)).rejects.toMatchObject({ code: "changed_meanwhile" });
  await publish(2);
});

test("an earlier version is restored under a number of its own, and takes the draft's place", async () => {
  const { ctx, id, step, integrationId, publish, change } = await setScene();
  const first = await publish(1);
  const second = await change(first.revision, { steps: [createStep(integrationId, "Second")] });
  const { revision } = await publish(second.revision);
  const restored = await restoreVersion({ ctx, input: { id, number: "1", revision } });
  expect(restored).toMatchObject({
    liveVersion: 3,
    hasUnpublishedChanges: false,
    draft: { steps: [{ mapping: step.mapping }] },
  });
  const { data } = await listVersions({ ctx, input: { id } });
  expect(data.map(({ number, isLive }) => [number, isLive])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  const page = await listVersions({ ctx, input: { id, limit: "2" } });
  const rest = await listVersions({ ctx, input: { id, limit: "2", cursor: page.nextCursor ?? undefined } });
  expect(rest.data.map(({ number }) => number)).toEqual([1]);
  const gone = restoreVersion({ ctx, input: { id, number: "9", revision: restored.revision } });
  await expect(gone).rejects.toMatchObject({ status: 404 });
});

test("what is paused stays so when a further version is published", async () => {
  const { ctx, id, publish, change } = await setScene();
  const { revision } = await publish(1);
  expect(await pauseAutomation({ ctx, input: { id } })).toMatchObject({ status: "paused" });
  const changed = await change(revision, { condition: null });
  expect(await publish(changed.revision)).toMatchObject({ status: "paused", liveVersion: 2 });
  expect(await resumeAutomation({ ctx, input: { id } })).toMatchObject({ status: "active" });
});

test("an automation without a live step is not published", async () => {
  const { change, publish, integrationId } = await setScene();
  const { revision } = await change(1, { steps: [{ ...createStep(integrationId), mode: "off" }] });
  await expect(publish(revision)).rejects.toMatchObject({ fieldErrors: [{ path: "steps" }] });
});

test("two steps of one key, and modes that there are none of, are refused with their path", async () => {
  const { change, step } = await setScene();
  await expect(change(1, { steps: [step, step] })).rejects.toMatchObject({
    fieldErrors: [{ path: "steps" }],
  });
  await expect(change(1, { steps: [{ ...step, mode: "perhaps" }] })).rejects.toMatchObject({
    fieldErrors: [{ path: "steps[0].mode" }],
  });
});

test("another merchant sees and changes nothing of it, and cannot use its connections", async () => {
  const { id, publish, integrationId } = await setScene();
  const { revision } = await publish(1);
  const ctx = await createTestMerchant();
  expect(await listAutomations({ ctx, input: {} })).toMatchObject({ data: [] });
  for (const asked of [
    () => getAutomation({ ctx, input: { id } }),
    () => updateAutomation({ ctx, input: { id, revision, name: "Mine" } }),
    () => publishAutomation({ ctx, input: { id, revision } }),
    () => pauseAutomation({ ctx, input: { id } }),
    () => resumeAutomation({ ctx, input: { id } }),
    () => listVersions({ ctx, input: { id } }),
    () => restoreVersion({ ctx, input: { id, number: "1", revision } }),
    () => deleteAutomation({ ctx, input: { id } }),
  ]) {
    await expect(asked()).rejects.toMatchObject({ status: 404 });
  }
  const own = createAutomation({
    ctx,
    input: { name: "Mine", eventType: "order.paid", steps: [createStep(integrationId)] },
  });
  await expect(own).rejects.toMatchObject({ fieldErrors: [{ path: "steps[0].integrationId" }] });
});

test("a deleted automation is gone, and its runs that wait are cancelled", async () => {
  const { ctx, id, publish, send, deliveries } = await setScene();
  await publish(1);
  await pauseAutomation({ ctx, input: { id } });
  await send();
  expect(await deleteAutomation({ ctx, input: { id } })).toEqual({ cancelled: 1 });
  await expect(getAutomation({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
  await send();
  expect(await deliveries()).toMatchObject([{ status: "cancelled", destination: { state: "deleted" } }]);
});

test("each change is in the audit log", async () => {
  const { ctx, id, publish, change } = await setScene();
  const { revision } = await publish(1);
  await change(revision, { name: "Bar" });
  await pauseAutomation({ ctx, input: { id } });
  await resumeAutomation({ ctx, input: { id } });
  await restoreVersion({ ctx, input: { id, number: "1", revision: revision + 1 } });
  await deleteAutomation({ ctx, input: { id } });
  const rows = await db().execute(
    sql`SELECT action FROM audit_log WHERE merchant_id = ${ctx.merchantId} AND target_id = ${id} ORDER BY id`,
  );
  expect(rows.map(({ action }) => action).sort()).toEqual(
    ["created", "published", "updated", "paused", "resumed", "restored", "deleted"]
      .map((verb) => `automation.${verb}`)
      .sort(),
  );
});
