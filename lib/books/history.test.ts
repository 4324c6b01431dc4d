import { and, eq, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { charges, disputes, payouts, refunds } from "#db/schema/payments.ts";
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
const orders = Number(process.env.HISTORY_ORDERS ?? 100);
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
  timeout: 1_800_000,
}, async () => {
  const made = await playHistory(scene, {
    orders,
    days,
    firstDay,
    seed,
    program: program.path,
    settings: process.env,
  });
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
