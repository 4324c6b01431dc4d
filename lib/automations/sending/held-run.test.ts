import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { resumeAutomation } from "#lib/automations/resume-automation.ts";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { newId } from "#lib/ids.ts";
import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { openClosedKitchen } from "./testing/closed-kitchen.ts";
import { openKitchen } from "./testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

describe("a run that is held", () => {
  test("stays so over a pause", async () => {
    const { ctx, automation, send, drain, check, runs, posted } = await openClosedKitchen();
    const input = { id: automation.id };
    await send();
    await drain();
    await pauseAutomation({ ctx, input });
    expect(await runs()).toMatchObject([{ status: "held", heldFor: "paused" }]);
    await resumeAutomation({ ctx, input });
    await drain();
    expect(await runs()).toMatchObject([{ status: "held", heldFor: "connection" }]);
    await pauseAutomation({ ctx, input });
    await check();
    await drain();
    expect(await posted()).toEqual([]);
    await resumeAutomation({ ctx, input });
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
  });

  test("can be tried at once by hand: then it is held again, or goes on by its schedule", async () => {
    const { ctx, send, drain, check, delivery, runs } = await openClosedKitchen();
    await send();
    await drain();
    const input = { id: (await delivery()).id };
    await retryDelivery({ ctx, input });
    await drain();
    expect(await runs()).toMatchObject([{ status: "held", heldFor: "connection" }]);
    await check();
    await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "server_error", times: 5 });
    await retryDelivery({ ctx, input });
    await drain();
    expect(await delivery()).toMatchObject({ status: "pending", heldFor: null });
  });

  test("can be cancelled", async () => {
    const { ctx, send, drain, check, delivery, posted } = await openClosedKitchen();
    await send();
    await drain();
    await cancelDelivery({ ctx, input: { id: (await delivery()).id } });
    await check();
    await drain();
    expect(await delivery()).toMatchObject({ status: "cancelled" });
    expect(await posted()).toEqual([]);
  });
});

test("steps that are too late after a hold are skipped, and told of once for all runs", async () => {
  const { ctx, automation, sendNumbered, send, drain, made, check } = await openKitchen(
    ({ message, row: last }) => ({ steps: [{ ...message, freshForSeconds: 60 }, last] }),
  ).then((kitchen) => ({
    ...kitchen,
    check: () => checkIntegration({ ctx: kitchen.ctx, input: { id: kitchen.slack } }),
  }));
  await addOwner(ctx.merchantId);
  await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "unauthorised", times: 2 });
  await send();
  await drain();
  await sendNumbered([11, 12]);
  await drain();
  const later = sql`- interval '1 hour'`;
  await db().execute(
    sql`UPDATE event_payloads SET accepted_at = accepted_at ${later} WHERE merchant_id = ${ctx.merchantId}`,
  );
  await db().execute(
    sql`UPDATE delivery_queue SET event_at = event_at ${later} WHERE merchant_id = ${ctx.merchantId}`,
  );
  await check();
  await drain();
  expect(await made()).toEqual({ messages: 0, rows: 3 });
  const told = await db().select().from(notices).where(eq(notices.code, "notice_steps_late"));
  expect(told.filter(({ merchantId }) => merchantId === ctx.merchantId)).toMatchObject([
    { params: { automation: "Kitchen", automationId: automation.id, runs: 3, steps: 3 }, status: "waiting" },
  ]);
});

async function addOwner(merchantId: string): Promise<void> {
  const id = newId("usr");
  const person = {
    id,
    email: `${id}@example.com`,
    name: "Ana",
    passwordHash: "none",
    emailVerifiedAt: new Date(),
  };
  await db().insert(users).values(person);
  await db().insert(memberships).values({ merchantId, userId: id, role: "owner" });
}
