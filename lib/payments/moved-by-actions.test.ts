import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { moneyLooks } from "#db/schema/payment-accounts.ts";
import { newId } from "#lib/ids.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { paypal } from "#lib/providers/paypal/provider.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { getCharge } from "./get-charge.ts";
import { listCharges } from "./list-charges.ts";
import { openPayments } from "./testing/payment-scene.ts";

const providers = await loadProviders();

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of [stripe, paypal]) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

test("what an action charges and gives back at Stripe stands among the payments at once, once, with its fee's rule", async () => {
  const { ctx, integrationId: id, rows } = await openPayments();
  const charge = { amount: 5_000, currency: "EUR", paymentMethod: "pm_card_visa" };
  const key = newId("req");
  const run = (action: string, input: object, idempotencyKey: string) =>
    runIntegrationAction({ ctx, input: { id, action, input }, idempotencyKey });
  const { output } = await run("create-charge", charge, key);
  await run("create-charge", charge, key);
  const [row, ...more] = await rows();
  expect(more).toEqual([]);
  expect(row).toMatchObject({ origin: "automation", status: "succeeded", amount: 5_000, fee: 200 });
  // What it cost is read with the movement.
  expect(await db().$count(moneyLooks, eq(moneyLooks.objectId, row?.chargeId ?? ""))).toBe(1);
  await run("refund-charge", { charge: output.chargeId, amount: 1_000 }, newId("req"));
  expect(await getCharge({ ctx, input: { id: row?.id ?? "" } })).toMatchObject({
    merchantPart: 4_800,
    feeRule: { basisPoints: 400 },
    refunded: 1_000,
    refunds: [{ origin: "automation", amount: 1_000, status: "succeeded" }],
  });
});

test("what is taken by PayPal stands there too, without a fee of the platform's", async () => {
  const { ctx } = await openPayments();
  const { keys } = await getSandboxState({ ctx, input: { provider: "paypal" } });
  const input = { provider: "paypal", credentials: keys[0]?.fields ?? {} };
  const { id } = await connectWithKeys({ ctx, input });
  const run = async (action: string, values: object) => {
    const asked = { id, action, input: values };
    return (await runIntegrationAction({ ctx, input: asked, idempotencyKey: newId("req") })).output;
  };
  const order = await run("create-order", {
    amount: 3_450,
    currency: "EUR",
    returnUrl: "https://shop.example/thanks",
  });
  await runSandboxCommand({ ctx, input: { provider: "paypal", command: "approve-newest" } });
  const captured = await run("capture-order", { orderId: order.orderId });
  await run("refund-capture", { captureId: captured.captureId, amount: 450, currency: "EUR" });
  const [charge, ...more] = (await listCharges({ ctx, input: {} })).data;
  expect(more).toEqual([]);
  expect(charge).toMatchObject({
    provider: "paypal",
    origin: "automation",
    status: "succeeded",
    amount: 3_450,
    takesPlatformFee: false,
    platformFee: 0,
    merchantPart: 3_450,
    refunded: 450,
  });
  expect(charge?.platformFeeNote).toContain("needs an agreement with PayPal");
});

test("each action that moves money tells of it", () => {
  const moving = providers.flatMap(({ id, actions }) =>
    Object.entries(actions).flatMap(([name, action]) =>
      action.movesMoney ? [[`${id} ${name}`, action.moved !== undefined]] : [],
    ),
  );
  expect(moving.length).toBeGreaterThan(3);
  expect(moving).toEqual(moving.map(([name]) => [name, true]));
});
