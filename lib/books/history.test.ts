import { spawn } from "node:child_process";
import { once } from "node:events";
import { and, eq, sql } from "drizzle-orm";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { charges, disputes, payouts, refunds } from "#db/schema/payments.ts";
import { readBalances } from "#lib/ledger/read-balances.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { keepAnswers, loseAnswer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import { bundleProgram } from "#lib/testing/bundle-program.ts";
import { reconcileAccount } from "./reconcile-account.ts";
import { verifySeals } from "./seals/verify-seals.ts";
import { type BooksScene, startBooksScene } from "./testing/books-scene.ts";

/** A longer one, or another one: HISTORY_ORDERS=5000 HISTORY_SEED=7 npx vitest run lib/books/history.test.ts */
const orders = Number(process.env.HISTORY_ORDERS ?? 1_000);
const seed = Number(process.env.HISTORY_SEED ?? 20_260_215);
const days = 90;
/** New York changes its clocks on 8 March, Berlin on 29 March. */
const firstDay = Date.parse("2026-02-15T00:00:00Z");
const zones = ["UTC", "Europe/Berlin", "America/New_York"];
const dayMs = 86_400_000;

let scene: BooksScene;
let program: Awaited<ReturnType<typeof bundleProgram>>;
beforeAll(async () => {
  program = await bundleProgram("lib/books/testing/sweep-process.ts");
  scene = await startBooksScene(stripe);
});
afterAll(async () => {
  await scene.shop.stop();
  await program.remove();
});

const random = numbersFrom(seed);
const below = (limit: number) => Math.floor(random() * limit);
const chance = (share: number) => random() < share;
const oneOf = <Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0];

/** What Stripe refuses is part of a history, and so is an answer that is lost. Anything else is a fault. */
function orRefused(error: unknown): null {
  if (error instanceof Stripe.errors.StripeError) return null;
  throw error;
}

async function takeOrder(made: Stripe.Charge[]): Promise<void> {
  const currency = oneOf(["eur", "usd", "jpy"]);
  const amount = 100 + below(20_000);
  const card = oneOf([
    "pm_card_visa",
    "pm_card_visa",
    "pm_card_visa",
    "pm_card_bypassPending",
    "pm_card_refundFail",
  ]);
  const asked = {
    amount,
    currency,
    confirm: true,
    payment_method: card,
    application_fee_amount: Math.floor(amount * 0.04),
    expand: ["latest_charge"],
  };
  const key = `order-${made.length}-${below(1_000_000_000)}`;
  // The answer is lost after Stripe has acted; the same is asked for once more under the same key.
  const isLost = chance(0.03);
  if (isLost) loseAnswer(0);
  const ask = () => scene.client.paymentIntents.create(asked, { ...scene.options, idempotencyKey: key });
  const payment = (await ask().catch(orRefused)) ?? (await ask());
  keepAnswers();
  if (typeof payment.latest_charge === "object" && payment.latest_charge) made.push(payment.latest_charge);
}

async function giveBack(made: readonly Stripe.Charge[]): Promise<void> {
  const charge = made[below(made.length)];
  if (!charge) return;
  const part = oneOf([1, 1, 2, 3, 5]);
  const amount = Math.max(1, Math.ceil(charge.amount / part));
  const asked = { charge: charge.id, amount, refund_application_fee: chance(0.8) };
  await scene.client.refunds.create(asked, scene.options).catch(orRefused);
}

async function dispute(made: readonly Stripe.Charge[]): Promise<void> {
  const charge = made[below(made.length)];
  if (!charge) return;
  // By the rate of exchange it may be more than was paid.
  const amount = chance(0.2) ? { amount: Math.ceil(charge.amount * 1.02) } : {};
  await scene.command("dispute-newest-charge", { charge: charge.id, isInquiry: chance(0.3), ...amount });
}

async function decide(): Promise<void> {
  const outcome = oneOf(["won", "lost", "lost", "warning_closed", "escalated", "appealed", "prevented"]);
  const { data } = await scene.client.disputes.list({ limit: 20 }, scene.options);
  const chosen = data[below(data.length)];
  if (chosen) await scene.command("decide-dispute", { dispute: chosen.id, outcome });
}

/** How messages travel on a day: most are lost, some come twice and in any order, some without their object. */
async function changeMessages(): Promise<void> {
  const mode = oneOf(["lose", "lose", "lose", "hold", "hold", "send"]);
  const style = oneOf(["snapshot", "thin"]);
  await scene.command("change-webhooks", { mode, style });
}

/** In a process of its own, which is killed between an answer of the sandbox and whatever it does with it. */
async function sweepAndKill(): Promise<void> {
  const { id } = await scene.account();
  let answers = 1 + below(4);
  const reading = spawn(process.execPath, [program.path, id], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "test", NODE_OPTIONS: "" },
  });
  const ended = once(reading, "exit");
  const stop = watchExchanges(() => {
    answers -= 1;
    if (answers === 0) reading.kill("SIGKILL");
  });
  await ended;
  stop();
}

async function play(): Promise<Stripe.Charge[]> {
  const made: Stripe.Charge[] = [];
  await scene.command("change-terms", {
    currency: "eur",
    settles: ["usd", "jpy"],
    feeRefundRounding: oneOf(["floor", "half_up"]),
    feeRefundAs: oneOf(["adjustment", "refund"]),
  });
  for (let day = 0; day < days; day += 1) {
    const start = firstDay + day * dayMs;
    if (day % 3 === 0) await changeMessages();
    const today = Math.round(((day + 1) * orders) / days) - Math.round((day * orders) / days);
    const halves = [Math.floor(today / 2), Math.ceil(today / 2)];
    for (const [half, count] of halves.entries()) {
      const at = new Date(start + half * (dayMs / 2) + below(dayMs / 2));
      await scene.command("move-clock", { to: at.toISOString(), stop: true });
      for (let order = 0; order < count; order += 1) await takeOrder(made);
    }
    for (let count = below(3); count > 0; count -= 1) await giveBack(made);
    if (chance(0.2)) await dispute(made);
    if (chance(0.2)) await decide();
    if (chance(0.05)) await scene.command("fail-payout");
    if (chance(0.05)) await scene.command("end-refund");
    const release = { order: "shuffled", seed: below(1_000_000), times: 2, lose: 50, limit: 30 };
    if (day % 9 === 4) await scene.command("release-webhooks", release);
    if (day % 30 === 20) await sweepAndKill();
    if (day % 15 === 14) await scene.sweep();
  }
  await scene.command("move-clock", { to: new Date(firstDay + days * dayMs).toISOString(), stop: true });
  return made;
}

async function listAll<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}

const inBook = () =>
  and(
    eq(ledgerJournals.merchantId, scene.book.merchantId),
    eq(ledgerJournals.accountId, scene.book.accountId),
    eq(ledgerJournals.book, "merchant"),
  );

async function ledgerByDay(zone: string): Promise<Record<string, number>> {
  const day = sql<string>`to_char(${ledgerJournals.effectiveAt} AT TIME ZONE ${zone}::text, 'YYYY-MM-DD')`;
  const rows = await db()
    .select({
      key: sql<string>`${day} || ' ' || ${ledgerEntries.currency}`.as("key"),
      sum: sql<number>`sum(${ledgerEntries.amount})`.mapWith(Number),
    })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(and(inBook(), eq(ledgerEntries.account, "balance")))
    .groupBy(sql`key`);
  return Object.fromEntries(rows.map(({ key, sum }) => [key, sum]));
}

/** Made anew of the sandbox's own list, with the calendar of JavaScript. */
function sandboxByDay(
  transactions: readonly Stripe.BalanceTransaction[],
  zone: string,
): Record<string, number> {
  const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  const sums: Record<string, number> = {};
  for (const { created, currency, net } of transactions) {
    const key = `${calendar.format(new Date(created * 1_000))} ${currency.toUpperCase()}`;
    sums[key] = (sums[key] ?? 0) + net;
  }
  return sums;
}

test(`after ${orders} orders in ${days} days the ledger is the sandbox's to the cent, whatever was lost on the way (seed ${seed})`, {
  timeout: 900_000,
}, async () => {
  const made = await play();
  expect(made.length).toBeGreaterThan(orders * 0.95);
  await scene.command("change-webhooks", { mode: "lose" });
  const lacksItems = sql`${payouts.accountId} = ${scene.book.accountId} AND ${payouts.isAutomatic}
    AND ${payouts.itemsReadAt} IS NULL`;
  do await scene.sweep();
  while ((await db().$count(payouts, sql`${lacksItems} AND ${payouts.lookDueAt} <= now()`)) > 0);
  const { account: findAccount, client, options, shop } = scene;
  const reconciled = await reconcileAccount({ ctx: shop.ctx, input: { id: (await findAccount()).id } });

  const transactions = await listAll(client.balanceTransactions.list({ limit: 100 }, options));
  expect(await db().$count(ledgerJournals, inBook())).toBe(transactions.length);
  for (const zone of zones) expect(await ledgerByDay(zone)).toEqual(sandboxByDay(transactions, zone));

  const held = await client.balance.retrieve({}, options);
  const ours = await readBalances(scene.book, new Date(firstDay + days * dayMs));
  for (const { currency, pending, available } of ours) {
    const amountIn = (list: Stripe.Balance.Pending[]) =>
      list.find((one) => one.currency.toUpperCase() === currency)?.amount ?? 0;
    expect({ currency, pending, available }).toEqual({
      currency,
      pending: amountIn(held.pending),
      available: amountIn(held.available),
    });
  }
  expect(new Set(ours.map(({ currency }) => currency))).toEqual(new Set(["EUR", "USD", "JPY"]));

  const own = { merchantId: scene.book.merchantId, accountId: scene.book.accountId };
  const paid = await db().select().from(charges).where(eq(charges.accountId, own.accountId));
  const theirCharges = await listAll(client.charges.list({ limit: 100 }, options));
  const succeeded = theirCharges.filter(({ status }) => status === "succeeded");
  expect(
    sortedBy(paid.map(({ chargeId, amount, fee, status }) => ({ chargeId, amount, fee, status }))),
  ).toEqual(
    sortedBy(
      succeeded.map(({ id, amount, application_fee_amount, status }) => ({
        chargeId: id,
        amount,
        fee: application_fee_amount,
        status,
      })),
    ),
  );
  const given = await db()
    .select({
      refundId: refunds.refundId,
      amount: refunds.amount,
      status: refunds.status,
      charge: charges.id,
    })
    .from(refunds)
    .innerJoin(charges, eq(charges.id, refunds.chargeId))
    .where(eq(refunds.merchantId, own.merchantId));
  const theirRefunds = await listAll(client.refunds.list({ limit: 100 }, options));
  expect(sortedBy(given.map(({ refundId, amount, status }) => ({ refundId, amount, status })))).toEqual(
    sortedBy(theirRefunds.map(({ id, amount, status }) => ({ refundId: id, amount, status }))),
  );
  const disputed = await db().select().from(disputes).where(eq(disputes.accountId, own.accountId));
  const theirDisputes = await listAll(client.disputes.list({ limit: 100 }, options));
  expect(sortedBy(disputed.map(({ disputeId, providerStatus }) => [disputeId, providerStatus]))).toEqual(
    sortedBy(theirDisputes.map(({ id, status }) => [id, status])),
  );
  const out = await db().select().from(payouts).where(eq(payouts.accountId, own.accountId));
  const theirPayouts = await listAll(client.payouts.list({ limit: 100 }, options));
  expect(sortedBy(out.map(({ payoutId, amount, status }) => [payoutId, amount, status]))).toEqual(
    sortedBy(theirPayouts.map(({ id, amount, status }) => [id, amount, status])),
  );

  // What went out on the last day is not itemised yet.
  expect(await db().$count(payouts, lacksItems)).toBeLessThanOrEqual(3);

  for (const charge of paid) {
    const back = given
      .filter((one) => one.charge === charge.id && one.status === "succeeded")
      .reduce((sum, { amount }) => sum + amount, 0);
    expect(back).toBeLessThanOrEqual(charge.amount);
  }
  const fees = await db()
    .select({
      paymentId: ledgerJournals.paymentId,
      fee: sql<number>`sum(${ledgerEntries.amount})`.mapWith(Number),
    })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(and(inBook(), eq(ledgerEntries.account, "platform_fees")))
    .groupBy(ledgerJournals.paymentId);
  for (const { paymentId, fee } of fees) {
    const charge = paid.find(({ chargeId }) => chargeId === paymentId);
    expect(charge, `${paymentId} bears a fee`).toBeDefined();
    expect(fee).toBeGreaterThanOrEqual(0);
    expect(fee).toBeLessThanOrEqual(charge?.fee ?? 0);
  }

  const open = await db()
    .select({
      code: ledgerDifferences.code,
      subject: ledgerDifferences.subject,
      params: ledgerDifferences.params,
    })
    .from(ledgerDifferences)
    .where(and(eq(ledgerDifferences.accountId, own.accountId), sql`${ledgerDifferences.closedAt} IS NULL`));
  expect(open).toEqual([]);
  expect(reconciled).toMatchObject({ mended: 0, open: 0, agreedUntil: expect.any(String) });
  const account = await findAccount();
  expect(account.sealedUntil).not.toBeNull();
  const { days: sealed, broken } = await db().transaction((tx) => verifySeals(tx, account));
  expect(broken).toBeNull();
  expect(sealed).toBeGreaterThan(80);
});

function sortedBy<Row extends object>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** The same numbers for the same seed, from 0 to 1. */
function numbersFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
