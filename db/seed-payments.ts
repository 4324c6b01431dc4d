import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import type { Ctx } from "#lib/auth/context.ts";
import { reconcileAccount } from "#lib/books/reconcile-account.ts";
import { sweepAccount } from "#lib/books/sweep-account.ts";
import { env } from "#lib/env.ts";
import { createCharge } from "#lib/payments/create-charge.ts";
import { refundCharge } from "#lib/payments/refund-charge.ts";
import { connectApp } from "#lib/recipes/testing/connect-app.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { db } from "./client.ts";
import { integrations } from "./schema/integrations.ts";
import { paymentAccounts } from "./schema/payment-accounts.ts";
import { charges, refunds } from "./schema/payments.ts";
import { type Act, actsLeft, chargeInput, planActs } from "./seed/acts.ts";
import { findDemo } from "./seed/find-demo.ts";
import { demoDays, findDemoMonth } from "./seed/orders.ts";

const provider = "stripe";
/** The last payment of the play: once it is there, all of it was played. */
const lastKey = "demo-link";
const mostTries = 6;

/** Plays the demo merchant's past. */
export async function seedDemoPayments(isOver: () => boolean): Promise<void> {
  const ctx = await findDemo();
  if (ctx) await playMonth(ctx, demoDays, isOver);
}

/**
 * Connects Stripe's sandbox for a merchant and plays the month whose orders the till has told of: payments, refunds,
 * disputes and payouts, through the verbs that everybody uses, while the account's clock goes through the month. Once,
 * and after an interruption from where it stopped. Nothing is played where no orders were told of.
 * @param isOver asked between two steps: the process is to end
 */
export async function playMonth(ctx: Ctx, days = demoDays, isOver = () => false): Promise<void> {
  if (env().SANDBOX !== "on") return;
  const sales = await findDemoMonth(ctx, days);
  if (sales === null) return;
  const known = await readKeys(ctx);
  if (known.has(lastKey)) return;
  const integrationId = await findStripe(ctx, known.size > 0);
  if (integrationId === null) return;
  await putOffComparison(integrationId);
  const acts = actsLeft(planActs(sales, new Date()), (key) => known.has(key));
  const command = (id: string, input: Record<string, unknown> = {}) =>
    runSandboxCommand({ ctx, input: { provider, command: id, input } });
  // Each would be a message to ourselves, and be looked into on its own: the books are read instead.
  await command("change-webhooks", { mode: "lose", times: 1, style: "snapshot" });
  await command("change-terms", { settles: ["eur", "usd"], taxBasisPoints: 1_900 });
  // What the sandbox has of older times is history, of which nobody is told.
  if (known.size === 0) await readBooks(integrationId);
  for (const act of acts) {
    if (isOver()) return;
    await patiently(isOver, async () => {
      await command("move-clock", { to: act.at.toISOString(), stop: true });
      await perform(act, { ctx, integrationId, command });
    });
  }
  await command("move-clock", { to: "now", stop: false });
  await command("change-webhooks", { mode: "send", times: 1, style: "snapshot" });
  await readBooks(integrationId);
  await compareBooks(ctx, integrationId);
  await createCharge({
    ctx,
    idempotencyKey: lastKey,
    input: {
      integrationId,
      amount: 12_500,
      currency: "EUR",
      description: "Deposit for Saturday evening, eight guests",
      mode: "checkout",
      returnUrl: `${env().APP_URL}/paid`,
    },
  });
}

/** A machine that is busy may take longer than a call to an app may; each act can be repeated. */
async function patiently(isOver: () => boolean, act: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === mostTries || isOver()) throw error;
      await sleep(tries * 2_000);
    }
  }
}

type Stage = {
  ctx: Ctx;
  integrationId: string;
  command: (id: string, input?: Record<string, unknown>) => Promise<unknown>;
};

async function perform(act: Act, { ctx, integrationId, command }: Stage): Promise<void> {
  switch (act.kind) {
    case "charge":
      await createCharge({ ctx, idempotencyKey: act.key, input: chargeInput(integrationId, act.sale) });
      return;
    case "refund": {
      const charge = await findCharge(ctx, act.chargeKey);
      const { amount, reason, key } = act;
      if (charge?.status !== "succeeded") return;
      await refundCharge({ ctx, idempotencyKey: key, input: { id: charge.id, amount, reason } });
      return;
    }
    case "dispute": {
      const charge = await findCharge(ctx, act.chargeKey);
      if (charge?.chargeId) await command("dispute-newest-charge", { charge: charge.chargeId });
      return;
    }
    case "decide":
      await command("decide-dispute", { outcome: act.outcome });
      return;
    case "payout_fails":
      await command("fail-payout");
      return;
    case "read":
      await readBooks(integrationId);
      return;
  }
}

/** What the provider tells by now comes into the ledger; twice, as what is in payouts is read some payouts at a time. */
async function readBooks(integrationId: string): Promise<void> {
  for (let times = 0; times < 2; times += 1) {
    const { account, integration } = await findBooks(integrationId);
    await sweepAccount(account, integration);
  }
}

/** All agrees then, and the days of the past are closed. */
async function compareBooks(ctx: Ctx, integrationId: string): Promise<void> {
  const { account } = await findBooks(integrationId);
  await reconcileAccount({ ctx, input: { id: account.id } });
}

async function findBooks(integrationId: string) {
  const [row] = await db()
    .select({ account: paymentAccounts, integration: integrations })
    .from(paymentAccounts)
    .innerJoin(integrations, eq(integrations.id, paymentAccounts.integrationId))
    .where(eq(paymentAccounts.integrationId, integrationId));
  if (!row) throw new Error(`The books of ${integrationId} are not kept.`);
  return row;
}

/** A comparison would close the days that are still to be played: none is due before the play is over. */
async function putOffComparison(integrationId: string): Promise<void> {
  await db()
    .update(paymentAccounts)
    .set({ comparedAt: sql`clock_timestamp()` })
    .where(and(eq(paymentAccounts.integrationId, integrationId), isNull(paymentAccounts.agreedUntil)));
}

async function readKeys({ merchantId }: Ctx): Promise<Set<string>> {
  const ours = "demo-%";
  const [paid, refunded] = await Promise.all([
    db()
      .select({ key: charges.key })
      .from(charges)
      .where(and(eq(charges.merchantId, merchantId), like(charges.key, ours))),
    db()
      .select({ key: refunds.key })
      .from(refunds)
      .where(and(eq(refunds.merchantId, merchantId), like(refunds.key, ours))),
  ]);
  return new Set([...paid, ...refunded].flatMap(({ key }) => key ?? []));
}

/** The connection to the sandbox. One that a person made, or ended, is left alone. */
async function findStripe(ctx: Ctx, hasBegun: boolean): Promise<string | null> {
  const rows = await db()
    .select({ id: integrations.id, status: integrations.status, environment: integrations.environment })
    .from(integrations)
    .where(and(eq(integrations.merchantId, ctx.merchantId), eq(integrations.provider, provider)));
  if (rows.length === 0) return hasBegun ? null : connectApp(ctx, provider);
  const own = rows.find(({ status, environment }) => status !== "disconnected" && environment === "sandbox");
  return own?.id ?? null;
}

async function findCharge({ merchantId }: Ctx, key: string) {
  const [row] = await db()
    .select({ id: charges.id, status: charges.status, chargeId: charges.chargeId })
    .from(charges)
    .where(and(eq(charges.merchantId, merchantId), eq(charges.key, key)));
  return row;
}
