import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(stripe));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const fixed = (value: unknown) => ({ kind: "fixed", value });
const mapping = { charge: fixed("ch_3Rt7LemonadeTable4A"), amount: fixed(500) };

async function setScene() {
  const ctx = await createTestMerchant();
  const card = await connectedIn(ctx, { provider: "stripe" });
  const chat = await connectedIn(ctx, { provider: "slack" });
  const refund = { key: "refund", integrationId: card, action: "refund-charge", mapping };
  const text = { channel: fixed("C0ORDERS001"), text: fixed("Hello") };
  const message = { key: "message", integrationId: chat, action: "send-message", mapping: text };
  const save = (eventType: string, step: object) =>
    runVerb(createAutomation, { ctx, input: { name: "Money", eventType, steps: [step] } });
  const publish = async (eventType: string, step: object) => {
    const { id, revision } = await save(eventType, step);
    return publishAutomation({ ctx, input: { id, revision } });
  };
  return { ctx, card, refund, message, save, publish };
}

const limit = { amount: 1_000, currency: "EUR" };
const refusedAt = (path: string, code: string) => ({ fieldErrors: [{ path, message: { code } }] });

describe("a step that moves money", () => {
  test("is published on review, off, or live up to a limit, and never live without one", async () => {
    const { refund, publish } = await setScene();
    for (const step of [
      { ...refund, mode: "review" },
      { ...refund, mode: "live", limit },
      { ...refund, mode: "review", limit },
    ]) {
      expect(await publish("order.refunded", step)).toMatchObject({ status: "active" });
    }
    await expect(publish("order.refunded", { ...refund, mode: "live" })).rejects.toMatchObject(
      refusedAt("steps[0].limit", "publish_money_no_limit"),
    );
  });

  test("is not begun by money that has come in: such a draft is not even saved, whatever its mode", async () => {
    const { refund, save } = await setScene();
    for (const mode of ["review", "live", "off"]) {
      await expect(save("order.paid", { ...refund, mode, limit })).rejects.toMatchObject(
        refusedAt("steps[0].action", "publish_money_of_paid"),
      );
    }
  });

  test("is never a second way to reach somebody", async () => {
    const { refund, message, save } = await setScene();
    const { key: _, ...otherwise } = refund;
    const step = { ...message, mustReach: { withinSeconds: 60, otherwise } };
    await expect(save("order.placed", step)).rejects.toMatchObject(
      refusedAt("steps[0].mustReach.otherwise.action", "publish_money_second"),
    );
  });
});

test("a limit is for steps that move money only", async () => {
  const { message, save } = await setScene();
  await expect(save("order.placed", { ...message, limit })).rejects.toMatchObject(
    refusedAt("steps[0].limit", "publish_limit_without_money"),
  );
});

test("a step whose permissions are not granted is saved and not published", async () => {
  const { message, publish } = await setScene();
  const granted = slack.auth.scopes.map(({ id }) => id);
  await db()
    .update(integrations)
    .set({ scopes: granted.filter((id) => id !== "chat:write") })
    .where(eq(integrations.id, message.integrationId));
  await expect(publish("order.placed", message)).rejects.toMatchObject(
    refusedAt("steps[0].integrationId", "publish_no_permission"),
  );
});
