import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { releaseHealed } from "#lib/integrations/health/held-runs.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { openKitchen } from "./testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** A kitchen with a run that was let go again and again, and was refused each time; its connection is well by now. */
async function openStubborn() {
  const kitchen = await openKitchen(({ message }) => ({ steps: [message] }));
  const { ctx, automation, slack: integrationId, send, drain } = kitchen;
  await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "unauthorised", times: 2 });
  await send();
  await drain();
  await db().execute(sql`UPDATE delivery_queue SET attempts = 25 WHERE merchant_id = ${ctx.merchantId}`);
  await checkIntegration({ ctx, input: { id: integrationId } });
  await drain();
  return {
    ...kitchen,
    integrationId,
    runs: async () => (await listRuns({ ctx, input: { id: automation.id, limit: 100 } })).data,
    /** Its last try is some time ago. */
    pauseIsOver: async () => {
      await db().execute(sql`UPDATE deliveries SET last_attempt_at = last_attempt_at - interval '2 hours'
        WHERE merchant_id = ${ctx.merchantId}`);
      await releaseHealed();
      await drain();
    },
  };
}

test("what was let go again and again waits some time, says what for, and is not overtaken", async () => {
  const { ctx, sendNumbered, drain, posted, runs, pauseIsOver } = await openStubborn();
  expect(await runs()).toMatchObject([{ status: "held", heldFor: "connection" }]);
  await sendNumbered([9, 8, 7]);
  await drain();
  await releaseHealed();
  await drain();
  expect(await posted()).toEqual([]);
  const [newest, ...older] = await runs();
  expect([newest, ...older]).toMatchObject(Array.from({ length: 4 }, () => ({ heldFor: "connection" })));
  const { message } = await getRun({ ctx, input: { id: newest?.id ?? "" } });
  expect(message).toBe("Send a message: Earlier runs wait for Slack at this step, and go first.");
  await pauseIsOver();
  expect(await posted()).toEqual(["1042", "9", "8", "7"].map((number) => `Order ${number}`));
});

test("what somebody tries by hand, or connects again, goes at once", async () => {
  const { ctx, sendNumbered, drain, posted, runs, integrationId } = await openStubborn();
  await sendNumbered([9, 8]);
  await drain();
  const newest = (await runs())[0]?.id ?? "";
  await retryDelivery({ ctx, input: { id: newest } });
  await drain();
  expect(await posted()).toEqual(["Order 8"]);
  await connectedIn(ctx, { provider: "slack", query: { integrationId } });
  await drain();
  expect(await posted()).toEqual(["Order 8", "Order 1042", "Order 9"]);
});

test("a run of another version does not wait for it: what was wrong may be repaired there", async () => {
  const { ctx, sendNumbered, drain, posted } = await openStubborn();
  await db().execute(
    sql`UPDATE delivery_queue SET version = version + 1 WHERE merchant_id = ${ctx.merchantId}`,
  );
  await sendNumbered([9]);
  await drain();
  expect(await posted()).toEqual(["Order 9"]);
});
