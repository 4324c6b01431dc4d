import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, type Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges, disputes, payoutItems, payouts, refunds } from "#db/schema/payments.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import { makeUpCharge } from "#lib/payments/testing/make-up-charge.ts";
import type { DisputeState, MoneyObject, PayoutState } from "#lib/providers/contract/payments.ts";
import { applyDispute } from "./apply-dispute.ts";
import { applyObjects } from "./apply-object.ts";
import { applyPayout } from "./apply-payout.ts";
import { compareBalances } from "./compare/compare-balances.ts";
import { compareFees } from "./compare/compare-fees.ts";
import { compareMovements } from "./compare/compare-movements.ts";
import { comparePayouts } from "./compare/compare-payouts.ts";
import { lookAtDue } from "./look-at-due.ts";
import { writePayoutItems } from "./payout-items.ts";
import { disputeState, noon, payoutState } from "./testing/states.ts";
import { toBook } from "./to-book.ts";

async function openAccount(): Promise<PaymentAccountRow> {
  const { merchantId } = await createTestMerchant();
  const place = {
    provider: "stripe",
    environment: "sandbox",
    accountId: newId("sbx"),
    book: "merchant",
  } as const;
  const [row] = await db()
    .insert(paymentAccounts)
    .values({ id: newId("pac"), merchantId, ...place })
    .returning();
  if (!row) throw new Error("No account was written.");
  return row;
}

const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

const dispute = disputeState;
const payout: PayoutState = { ...payoutState, status: "paid", providerStatus: "paid", isItemised: true };

test("of two answers about a dispute the one that was asked for later counts, whichever comes last", async () => {
  const account = await openAccount();
  const apply = (state: Partial<DisputeState>, minutes: number) =>
    db().transaction((tx) =>
      applyDispute(tx, account, { ...dispute, ...state }, { readAt: after(minutes), isHistory: true }),
    );
  await apply({ disputeId: "du_2" }, 0);
  await apply({}, 0);
  const won = { status: "won", providerStatus: "won" } as const;
  const over = { disputeId: "du_1", status: "won", closedAt: after(20) };
  expect(await apply(won, 20)).toMatchObject(over);
  expect(await apply({}, 10)).toMatchObject(over);
  expect(await apply(won, 25)).toMatchObject(over);
  // It may be taken up again.
  expect(await apply({ status: "under_review" }, 30)).toMatchObject({
    status: "under_review",
    closedAt: null,
  });
  expect(await apply({ status: "unknown" }, 40)).toMatchObject({ status: "unknown", closedAt: null });
});

test("of two answers about a payout the one that was asked for later counts, and what has failed stays so", async () => {
  const account = await openAccount();
  const apply = (state: Partial<PayoutState>, minutes: number) =>
    db().transaction((tx) =>
      applyPayout(tx, account, { ...payout, ...state }, { readAt: after(minutes), isHistory: true }),
    );
  await apply({ payoutId: "po_2" }, 0);
  await apply({ status: "in_transit" }, 0);
  expect(await apply({}, 20)).toMatchObject({ status: "paid" });
  expect(await apply({ status: "in_transit" }, 10)).toMatchObject({ status: "paid" });
  expect(await apply({ status: "failed" }, 30)).toMatchObject({ status: "failed" });
  expect(await apply({}, 40)).toMatchObject({ payoutId: "po_1", status: "failed" });
  expect(await apply({ payoutId: "po_2", status: "canceled" }, 30)).toMatchObject({ status: "canceled" });
  expect(await apply({ payoutId: "po_2" }, 40)).toMatchObject({ status: "canceled" });
});

test("of twenty answers that are written at once the one that was asked for last counts", async () => {
  const account = await openAccount();
  const apply = (minutes: number) =>
    db().transaction(async (tx) => {
      const read = { readAt: after(minutes), isHistory: true };
      await applyDispute(tx, account, { ...dispute, amount: 100 + minutes }, read);
      await applyPayout(tx, account, { ...payout, amount: 100 + minutes }, read);
    });
  await apply(0);
  // The last one is begun first, so that whoever writes after it has an older one.
  await Promise.all(Array.from({ length: 20 }, (_, place) => apply(20 - place)));
  const own = { merchantId: account.merchantId };
  const [disputed] = await db().select().from(disputes).where(eq(disputes.merchantId, own.merchantId));
  const [paidOut] = await db().select().from(payouts).where(eq(payouts.merchantId, own.merchantId));
  expect([disputed?.amount, paidOut?.amount]).toEqual([120, 120]);
});

/** Two that have come as far as the row when somebody else lets go of it. */
async function bothAtOnce(row: SQL, one: (tx: Tx) => Promise<unknown>, other: (tx: Tx) => Promise<unknown>) {
  const { waiting } = await db().transaction(async (tx) => {
    await tx.execute(sql`${row} FOR UPDATE`);
    const held = [one, other].map((write) => db().transaction(write));
    const areWaiting = sql`SELECT FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0
      AND datname = current_database() OFFSET 1`;
    await expect
      .poll(async () => (await db().execute(areWaiting)).length, { interval: 5 })
      .toBeGreaterThan(0);
    return { waiting: held };
  });
  await Promise.all(waiting);
}

test("of two who write at once that a payout was paid only the first one tells of it, and an older answer changes nothing", async () => {
  const account = await openAccount();
  const fetched = (minutes: number) => ({ readAt: after(minutes), isHistory: false });
  const isOnItsWay = { status: "in_transit", providerStatus: "in_transit" } as const;
  await db().transaction(async (tx) => {
    await applyPayout(tx, account, { ...payout, ...isOnItsWay }, fetched(0));
    await applyDispute(tx, account, dispute, fetched(0));
  });
  const { merchantId } = account;
  const pay = (tx: Tx) => applyPayout(tx, account, payout, fetched(10));
  await bothAtOnce(sql`SELECT FROM payouts WHERE merchant_id = ${merchantId}`, pay, pay);
  const ofMerchant = eq(events.merchantId, merchantId);
  expect(await db().$count(events, and(ofMerchant, eq(events.type, "payout.paid")))).toBe(1);
  await bothAtOnce(
    sql`SELECT FROM disputes WHERE merchant_id = ${merchantId}`,
    (tx) => applyDispute(tx, account, { ...dispute, status: "won", providerStatus: "won" }, fetched(20)),
    (tx) => applyDispute(tx, account, { ...dispute, status: "under_review" }, fetched(15)),
  );
  const [row] = await db().select().from(disputes).where(eq(disputes.merchantId, account.merchantId));
  expect(row?.status).toBe("won");
});

test("payments are written before what follows from them, in whatever order they are told", async () => {
  const account = await openAccount();
  const [chargeId, refundId] = [newId("sbx"), newId("sbx")];
  const objects: MoneyObject[] = [
    { kind: "payout", state: payout },
    { kind: "dispute", state: { ...dispute, chargeId } },
    {
      kind: "refund",
      state: {
        mark: null,
        refundId,
        chargeId,
        status: "succeeded",
        providerStatus: "succeeded",
        amount: 100,
        currency: "EUR",
        reason: null,
        feeRefunded: null,
        said: null,
        detail: null,
        createdAt: noon,
      },
    },
    {
      kind: "payment",
      state: {
        mark: null,
        sessionId: null,
        paymentId: null,
        chargeId,
        status: "succeeded",
        providerStatus: "succeeded",
        amount: 900,
        currency: "EUR",
        fee: null,
        orderId: null,
        description: null,
        customer: null,
        url: null,
        clientSecret: null,
        said: null,
        detail: null,
        createdAt: noon,
        paidAt: noon,
      },
    },
  ];
  await db().transaction((tx) => applyObjects(tx, account, objects, { readAt: noon, isHistory: true }));
  const { merchantId } = account;
  const [charge] = await db().select().from(charges).where(eq(charges.merchantId, merchantId));
  const [refund] = await db().select().from(refunds).where(eq(refunds.merchantId, merchantId));
  const [disputed] = await db().select().from(disputes).where(eq(disputes.merchantId, merchantId));
  expect([refund?.chargeId, disputed?.chargeId]).toEqual([charge?.id, charge?.id]);
  expect(await db().$count(payouts, eq(payouts.merchantId, merchantId))).toBe(1);
});

test.each([
  ["never, once nothing can change", { isAutomatic: false, isFinal: true }, "never"],
  ["later, while it may still fail", { isAutomatic: false, isFinal: false }, "later"],
  ["later, while what is in it is not told", { isFinal: true, isItemised: false }, "later"],
  ["at once, where what is in it can be read", { isFinal: true }, "now"],
  ["later, where no schedule made it", { isAutomatic: false, isFinal: false, isItemised: true }, "later"],
] as const)("a payout is looked at again %s", async (_, over, when) => {
  const account = await openAccount();
  const begun = Date.now();
  const apply = (minutes: number) =>
    db().transaction((tx) =>
      applyPayout(tx, account, { ...payout, ...over }, { readAt: after(minutes), isHistory: true }),
    );
  const due = (await apply(0))?.lookDueAt?.getTime() ?? null;
  if (when === "never") expect(due).toBeNull();
  // The first look is half an hour later.
  else if (when === "later") expect(due).toBeGreaterThan(begun + 10 * 60_000);
  else expect(due).toBeLessThan(Date.now() + 60_000);
  // What is not itemised for so long never is.
  await db().update(payouts).set({ looks: 60 }).where(eq(payouts.merchantId, account.merchantId));
  const last = (await apply(1))?.lookDueAt ?? null;
  expect(last === null).toBe(over.isFinal && when !== "now");
});

test.each([
  [true, { "dispute.opened": 0, "payout.paid": 0, "payout.failed": 0 }],
  [false, { "dispute.opened": 1, "payout.paid": 1, "payout.failed": 1 }],
])(
  "each fact is told once; what was there before the account was connected (%s), is not",
  async (isHistory, told) => {
    const account = await openAccount();
    await db().transaction(async (tx) => {
      for (const [minutes, status] of (
        ["in_transit", "paid", "paid", "failed", "failed"] as const
      ).entries()) {
        const read = { readAt: after(minutes), isHistory };
        await applyDispute(tx, account, { ...dispute, status: "lost" }, read);
        await applyPayout(tx, account, { ...payout, status }, read);
      }
    });
    const rows = await db()
      .select({ type: events.type })
      .from(events)
      .where(eq(events.merchantId, account.merchantId));
    const count = (type: string) => rows.filter((row) => row.type === type).length;
    expect(Object.fromEntries(Object.keys(told).map((type) => [type, count(type)]))).toEqual(told);
    const first = { ...payout, payoutId: "po_2" };
    await db().transaction((tx) => applyPayout(tx, account, first, { readAt: noon, isHistory }));
    const paidOut = and(eq(events.merchantId, account.merchantId), eq(events.type, "payout.paid"));
    expect(await db().$count(events, paidOut)).toBe(2 * told["payout.paid"]);
    // What can still be answered is told all the same.
    const open = { ...dispute, disputeId: "du_2" };
    await db().transaction((tx) => applyDispute(tx, account, open, { readAt: noon, isHistory }));
    const own = and(eq(events.merchantId, account.merchantId), eq(events.type, "dispute.opened"));
    expect(await db().$count(events, own)).toBe(told["dispute.opened"] + 1);
  },
);

/** Accounts that differ in one thing only. */
function accountsBeside(account: PaymentAccountRow): PaymentAccountRow[] {
  return [
    { ...account, accountId: newId("sbx") },
    { ...account, environment: "live" },
    { ...account, provider: "paypal" },
  ];
}

test("the same account elsewhere has disputes and payouts of its own, also where they bear the same names", async () => {
  const account = await openAccount();
  const others = accountsBeside(account);
  const chargeId = newId("sbx");
  const ids: string[] = [];
  const apply = (
    one: PaymentAccountRow,
    minutes: number,
    [status, paid]: ["lost" | "won", "paid" | "failed"],
  ) =>
    db().transaction(async (tx) => {
      const read = { readAt: after(minutes), isHistory: true };
      const state = { ...dispute, chargeId, status, providerStatus: status };
      const disputed = await applyDispute(tx, one, state, read);
      const paidOut = await applyPayout(tx, one, { ...payout, status: paid }, read);
      return { disputed, paidOut };
    });
  for (const one of [...others, account]) {
    const { merchantId, provider, environment, accountId } = one;
    ids.push(await makeUpCharge(merchantId, { provider, environment, accountId, chargeId }));
    expect((await apply(one, 0, ["lost", "paid"])).disputed?.chargeId).toBe(ids.at(-1));
  }
  expect(await apply(account, 10, ["won", "failed"])).toMatchObject({
    disputed: { status: "won", accountId: account.accountId, chargeId: ids.at(-1) },
    paidOut: { status: "failed", accountId: account.accountId },
  });
  for (const one of others) {
    expect(await apply(one, -10, ["won", "failed"])).toMatchObject({
      disputed: { status: "lost", environment: one.environment, provider: one.provider },
      paidOut: { status: "paid", environment: one.environment, provider: one.provider },
    });
  }
  const { merchantId } = await createTestMerchant();
  const stranger = await apply({ ...account, merchantId }, 20, ["lost", "failed"]);
  expect(stranger).toEqual({ disputed: null, paidOut: null });
  const theirs = await db().transaction((tx) =>
    applyDispute(
      tx,
      { ...account, merchantId },
      { ...dispute, disputeId: "du_2", chargeId },
      { readAt: noon, isHistory: true },
    ),
  );
  expect(theirs?.chargeId).toBeNull();
  // What is due is looked at in its own account alone.
  await db().update(payouts).set({ lookDueAt: noon }).where(eq(payouts.merchantId, account.merchantId));
  await db().update(disputes).set({ lookDueAt: noon }).where(eq(disputes.merchantId, account.merchantId));
  const asked: string[] = [];
  const refuse = async (name: string) => {
    asked.push(name);
    throw new Error("Nothing is asked here.");
  };
  await lookAtDue({ ...account, merchantId }, refuse, () => false);
  const { disputed, paidOut } = await apply(account, 30, ["lost", "failed"]);
  const over = { lookDueAt: null };
  await db()
    .update(payouts)
    .set(over)
    .where(eq(payouts.id, paidOut?.id ?? ""));
  await db()
    .update(disputes)
    .set(over)
    .where(eq(disputes.id, disputed?.id ?? ""));
  await lookAtDue(account, refuse, () => false);
  expect(asked).toEqual([]);
});

test("what the same account elsewhere has is not compared, whatever it is called", async () => {
  const account = await openAccount();
  const chargeId = newId("sbx");
  const sold = (amount: number) => ({
    ...createMovement({
      id: "txn_1",
      kind: "payment",
      currency: "EUR",
      amount,
      fees: [{ kind: "platform", amount: 40 }],
    }),
    paymentId: chargeId,
    objectId: chargeId,
  });
  /** A payment with its fee, its movement, and the payout that it is in. */
  const trade = async (one: PaymentAccountRow, [amount, fee, paidOut]: [number, number, number]) => {
    const { merchantId, provider, environment, accountId } = one;
    await makeUpCharge(merchantId, { provider, environment, accountId, chargeId, fee });
    await db().transaction(async (tx) => {
      await bookMovements(tx, toBook(one), [sold(amount)]);
      const state = { ...payout, amount: paidOut };
      const row = await applyPayout(tx, one, state, { readAt: after(0), isHistory: true });
      if (row) await writePayoutItems(tx, one, row, [sold(paidOut + 40)]);
    });
  };
  for (const one of [...accountsBeside(account), { ...account, book: "platform" as const }]) {
    if (one.book === "merchant") await trade(one, [740, 39, 700]);
    else await db().transaction((tx) => bookMovements(tx, toBook(one), [sold(700)]));
  }
  await trade(account, [940, 40, 900]);
  const page = async () => ({ items: [{ movement: sold(940), object: null }], unread: [], next: null });
  const startedAt = new Date(Date.now() + 60_000);
  expect(await compareMovements(account, { since: null, startedAt, page })).toMatchObject({ mended: 0 });
  await comparePayouts(account, null);
  await compareFees(account, null);
  const held = [{ currency: "EUR", pending: 0, available: 900 }];
  expect(await compareBalances(toBook(account), held, { isAnyTime: true })).toEqual([]);
  const own = eq(ledgerDifferences.merchantId, account.merchantId);
  expect(await db().select({ code: ledgerDifferences.code }).from(ledgerDifferences).where(own)).toEqual([]);
});

test("a payout whose items do not come to its amount is a case, until they do", async () => {
  const account = await openAccount();
  const read = { readAt: after(0), isHistory: true };
  const row = await db().transaction((tx) => applyPayout(tx, account, payout, read));
  if (!row) throw new Error("No payout was written.");
  const sale = createMovement({ id: newId("evt"), kind: "payment", currency: "EUR", amount: 800 });
  const rest = createMovement({ id: newId("evt"), kind: "payment", currency: "EUR", amount: 100 });
  const cases = () =>
    db()
      .select({ code: ledgerDifferences.code, subject: ledgerDifferences.subject })
      .from(ledgerDifferences)
      .where(and(eq(ledgerDifferences.accountId, account.accountId), isNull(ledgerDifferences.closedAt)));
  const open = [{ code: "payout_differs", subject: "po_1" }];
  const other = { ...payout, payoutId: "po_2" };
  await db().transaction((tx) => applyPayout(tx, account, other, read));
  const readItems = async () => {
    const rows = await db()
      .select({ at: payouts.itemsReadAt })
      .from(payouts)
      .where(eq(payouts.accountId, account.accountId))
      .orderBy(payouts.payoutId);
    return rows.map(({ at }) => at);
  };
  await db().transaction((tx) => bookMovements(tx, toBook(account), [sale]));
  await db().transaction((tx) => writePayoutItems(tx, account, row, [sale]));
  expect(await cases()).toEqual(open);
  const first = await readItems();
  expect(first).toEqual([expect.any(Date), null]);
  // The ledger lacks one of them, whatever its list comes to: it is the same case wherever it is asked for.
  await db().transaction((tx) => writePayoutItems(tx, account, row, [sale, rest]));
  expect(await cases()).toEqual(open);
  await comparePayouts(account, null);
  expect(await cases()).toEqual(open);
  await db().transaction((tx) => bookMovements(tx, toBook(account), [rest]));
  await db().transaction((tx) => writePayoutItems(tx, account, row, [sale, rest]));
  expect(await cases()).toEqual([]);
  expect(await readItems()).toEqual(first);
  const { merchantId } = account;
  // Of one nothing came to the bank.
  const nothing = { payoutId: row.id, sourceId: newId("evt"), merchantId };
  await comparePayouts(account, null);
  expect(await cases()).toEqual([]);
  await db().insert(payoutItems).values(nothing);
  await comparePayouts(account, null);
  expect(await cases()).toEqual(open);
  await db().delete(payoutItems).where(eq(payoutItems.sourceId, nothing.sourceId));
  await comparePayouts(account, null);
  expect(await cases()).toEqual([]);
  // All of them are booked, and come to less.
  await db().update(payouts).set({ amount: 950 }).where(eq(payouts.id, row.id));
  await comparePayouts(account, null);
  expect(await cases()).toEqual(open);
  await db().update(payouts).set({ amount: 900 }).where(eq(payouts.id, row.id));
  const stranger = createMovement({ id: newId("evt"), kind: "payment", currency: "USD", amount: 1 });
  await db().transaction((tx) => bookMovements(tx, toBook(account), [stranger]));
  await db().insert(payoutItems).values({ payoutId: row.id, sourceId: stranger.id, merchantId });
  await comparePayouts(account, null);
  expect(await cases()).toEqual(open);
  const [told] = await db()
    .select({ params: ledgerDifferences.params })
    .from(ledgerDifferences)
    .where(and(eq(ledgerDifferences.accountId, account.accountId), isNull(ledgerDifferences.closedAt)));
  // Two currencies make no sum.
  expect(told?.params).toEqual({ currency: "EUR", amount: 900, items: 900 });
});

test("a payout that was itemised long after it was made is held against the ledger, and so is one that differed", async () => {
  const account = await openAccount();
  const { merchantId } = account;
  const [yesterday, longAgo] = [after(-24 * 60), after(-20 * 24 * 60)];
  const make = async (payoutId: string, itemsReadAt: Date, createdAt = longAgo) => {
    const made = { ...payout, payoutId, createdAt };
    const row = await db().transaction((tx) =>
      applyPayout(tx, account, made, { readAt: after(0), isHistory: true }),
    );
    if (!row) throw new Error("No payout was written.");
    await db().update(payouts).set({ itemsReadAt }).where(eq(payouts.id, row.id));
    await db()
      .insert(payoutItems)
      .values({ payoutId: row.id, sourceId: `txn_${payoutId}`, merchantId });
  };
  await make("po_late", noon);
  await make("po_early", longAgo);
  // Where the provider's clock is ahead.
  await make("po_new", longAgo, noon);
  const cases = async () => {
    const own = and(eq(ledgerDifferences.accountId, account.accountId), isNull(ledgerDifferences.closedAt));
    return (await db().select().from(ledgerDifferences).where(own)).map(({ subject }) => subject).toSorted();
  };
  await comparePayouts(account, yesterday);
  expect(await cases()).toEqual(["po_late", "po_new"]);
  await comparePayouts(account, null);
  expect(await cases()).toEqual(["po_early", "po_late", "po_new"]);
  const sales = ["po_late", "po_early", "po_new"].map((id) =>
    createMovement({ id: `txn_${id}`, kind: "payment", currency: "EUR", amount: payout.amount }),
  );
  await db().transaction((tx) => bookMovements(tx, toBook(account), sales));
  await comparePayouts(account, yesterday);
  expect(await cases()).toEqual([]);
});
