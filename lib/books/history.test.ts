import { and, eq, isNotNull, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { charges, disputes, payoutItems, payouts, refunds } from "#db/schema/payments.ts";
import { readBalances } from "#lib/ledger/read-balances.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { bundleProgram } from "#lib/testing/bundle-program.ts";
import { reconcileAccount } from "./reconcile-account.ts";
import { verifySeals } from "./seals/verify-seals.ts";
import { type BooksScene, startBooksScene } from "./testing/books-scene.ts";
import { playHistory } from "./testing/play-history.ts";

/**
 * As many as fit into every run of the tests. A longer one, or another one:
 * HISTORY_ORDERS=1000 HISTORY_SEED=7 npx vitest run lib/books/history.test.ts
 */
const orders = Number(process.env.HISTORY_ORDERS ?? 36);
const seed = Number(process.env.HISTORY_SEED ?? 20_260_215);
const days = 90;
/** New York changes its clocks on 8 March, Berlin on 29 March. */
const firstDay = Date.parse("2026-02-15T00:00:00Z");
const zones = ["UTC", "Europe/Berlin", "America/New_York"];
const dayMs = 86_400_000;

let scene: BooksScene;
const programs: Awaited<ReturnType<typeof bundleProgram>>[] = [];
beforeAll(async () => {
  programs.push(await bundleProgram("lib/books/testing/sweep-process.ts"));
  programs.push(await bundleProgram("lib/payments/testing/charge-process.ts"));
  scene = await startBooksScene(stripe);
});
afterAll(async () => {
  await scene.shop.stop();
  for (const program of programs) await program.remove();
});

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

/** Made again of the sandbox's own list, with the calendar of JavaScript. */
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

type Balance = { currency: string; pending: number; available: number };

/** What the ledger has as pending and as available is what Stripe has, in each currency. */
async function compareBalances(ours: readonly Balance[]): Promise<void> {
  const held = await scene.client.balance.retrieve({}, scene.options);
  const theirs = ours.map(({ currency }) => {
    const amountIn = (list: Stripe.Balance.Pending[]) =>
      list.find((one) => one.currency.toUpperCase() === currency)?.amount ?? 0;
    return { currency, pending: amountIn(held.pending), available: amountIn(held.available) };
  });
  expect(ours).toEqual(theirs);
}

/** Of all that is booked: the sandbox has sales of its own, which are yet to come for most of the history. */
function balancesAt(at: Date): Promise<Balance[]> {
  const isAvailable = sql`${ledgerJournals.availableAt} <= ${at.toISOString()}::timestamptz`;
  const total = (condition: typeof isAvailable) =>
    sql<number>`coalesce(sum(${ledgerEntries.amount}) FILTER (WHERE ${condition}), 0)`.mapWith(Number);
  return db()
    .select({
      currency: ledgerEntries.currency,
      pending: total(sql`NOT ${isAvailable}`),
      available: total(isAvailable),
    })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(and(inBook(), eq(ledgerEntries.account, "balance")))
    .groupBy(ledgerEntries.currency);
}

/** What was taken, given back and taken by banks, as the ledger has it of each payment, above zero. */
function sumsByPayment() {
  const total = (account: string) =>
    sql<number>`coalesce(sum(${ledgerEntries.amount}) FILTER (WHERE ${ledgerEntries.account} = ${account}), 0)`.mapWith(
      Number,
    );
  return db()
    .select({
      paymentId: ledgerJournals.paymentId,
      paid: sql<number>`-${total("payments")}`.mapWith(Number),
      refunded: total("refunds"),
      disputed: total("disputes"),
      fee: total("platform_fees"),
    })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(and(inBook(), isNotNull(ledgerJournals.paymentId)))
    .groupBy(ledgerJournals.paymentId);
}

/** Payouts that were itemised, with what their items come to in the ledger. */
function itemisedPayouts() {
  return db()
    .select({
      payoutId: payouts.payoutId,
      amount: payouts.amount,
      items: sql<number>`sum(${ledgerEntries.amount})`.mapWith(Number),
    })
    .from(payouts)
    .innerJoin(payoutItems, eq(payoutItems.payoutId, payouts.id))
    .innerJoin(ledgerJournals, and(inBook(), eq(ledgerJournals.sourceId, payoutItems.sourceId)))
    .innerJoin(
      ledgerEntries,
      and(eq(ledgerEntries.journalId, ledgerJournals.id), eq(ledgerEntries.account, "balance")),
    )
    .where(and(eq(payouts.accountId, scene.book.accountId), isNotNull(payouts.itemsReadAt)))
    .groupBy(payouts.id);
}

test(`after ${orders} orders in ${days} days the ledger is the sandbox's to the cent, whatever was lost on the way (seed ${seed})`, {
  timeout: 1_800_000,
}, async () => {
  const made = await playHistory(scene, {
    orders,
    days,
    firstDay,
    seed,
    programs: { sweep: programs[0]?.path ?? "", ask: programs[1]?.path ?? "" },
    settings: process.env,
    swept: async (at) => compareBalances(await balancesAt(at)),
  });
  expect(made.length).toBeGreaterThan(orders * 0.95);
  await scene.command("change-webhooks", { mode: "lose" });
  const needsItems = sql`${payouts.accountId} = ${scene.book.accountId} AND ${payouts.isAutomatic}
    AND ${payouts.itemsReadAt} IS NULL`;
  do await scene.sweep();
  while ((await db().$count(payouts, sql`${needsItems} AND ${payouts.lookDueAt} <= now()`)) > 0);
  const { account: findAccount, client, options, shop } = scene;
  const reconciled = await reconcileAccount({ ctx: shop.ctx, input: { id: (await findAccount()).id } });

  const transactions = await listAll(client.balanceTransactions.list({ limit: 100 }, options));
  expect(await db().$count(ledgerJournals, inBook())).toBe(transactions.length);
  for (const zone of zones) expect(await ledgerByDay(zone)).toEqual(sandboxByDay(transactions, zone));

  const ours = await readBalances(scene.book, new Date(firstDay + days * dayMs));
  await compareBalances(ours);
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
  const refundRows = await db()
    .select({
      refundId: refunds.refundId,
      amount: refunds.amount,
      status: refunds.status,
      charge: charges.id,
      feeRefunded: refunds.feeRefunded,
      key: refunds.key,
    })
    .from(refunds)
    .innerJoin(charges, eq(charges.id, refunds.chargeId))
    .where(eq(refunds.merchantId, own.merchantId));
  const theirRefunds = await listAll(client.refunds.list({ limit: 100 }, options));
  // What Stripe refused has no id there.
  const refused = refundRows.filter(({ refundId }) => refundId === null);
  expect(refused.filter(({ status }) => status !== "failed")).toEqual([]);
  const arrived = refundRows.filter(({ refundId }) => refundId !== null);
  expect(sortedBy(arrived.map(({ refundId, amount, status }) => ({ refundId, amount, status })))).toEqual(
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
  expect(await db().$count(payouts, needsItems)).toBeLessThanOrEqual(3);

  const itemised = await itemisedPayouts();
  expect(itemised.length).toBeGreaterThan(0);
  expect(itemised.filter(({ amount, items }) => amount !== items)).toEqual([]);

  // By the rate of exchange a bank takes up to a fiftieth more.
  const getLimit = (amount: number) => Math.ceil(amount * 1.02);
  for (const charge of paid) {
    const back = refundRows.filter((one) => one.charge === charge.id && one.status !== "failed");
    const lost = disputed.filter(
      ({ chargeId, isInquiry, status }) => chargeId === charge.id && !isInquiry && status === "lost",
    );
    expect(sumAmounts(back)).toBeLessThanOrEqual(charge.amount);
    expect(sumAmounts(back) + sumAmounts(lost)).toBeLessThanOrEqual(getLimit(charge.amount));
    const feeBack = refundRows.filter((one) => one.charge === charge.id).map((one) => one.feeRefunded ?? 0);
    expect(feeBack.reduce((sum, fee) => sum + fee, 0)).toBeLessThanOrEqual(charge.fee ?? 0);
  }
  for (const { paymentId, paid: taken, refunded, disputed: withBank, fee } of await sumsByPayment()) {
    const charge = paid.find(({ chargeId }) => chargeId === paymentId);
    expect(charge, `${paymentId} is a charge`).toBeDefined();
    expect(taken).toBe(charge?.amount);
    expect(refunded).toBeLessThanOrEqual(taken);
    expect(refunded + withBank).toBeLessThanOrEqual(getLimit(taken));
    expect(fee).toBeGreaterThanOrEqual(0);
    expect(fee).toBeLessThanOrEqual(charge?.fee ?? 0);
  }

  const byVerb = paid.filter(({ origin }) => origin === "request");
  expect(byVerb.length).toBeGreaterThan(orders * 0.4);
  expect(refundRows.filter(({ key }) => key !== null).length).toBeGreaterThan(5);
  const marks = succeeded.flatMap(({ metadata }) => metadata.patchbay_key ?? []);
  expect(sortedBy(marks)).toEqual(sortedBy(byVerb.map(({ id }) => id)));
  const told = await db()
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.merchantId, own.merchantId), eq(events.type, "order.paid")));
  expect(sortedBy(told.map(({ id }) => id))).toEqual(sortedBy(byVerb.map(({ id }) => `order_paid_${id}`)));

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

function sumAmounts(rows: readonly { amount: number }[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

function sortedBy<Row>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
