import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerJournals } from "#db/schema/ledger.ts";
import { moneyLooks, paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges, disputes, payoutItems, payouts, refunds } from "#db/schema/payments.ts";
import { untilWaitedFor } from "#db/testing/until-waited-for.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { askForLook } from "#lib/ledger/looks/ask-for-look.ts";
import { readBalances } from "#lib/ledger/read-balances.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { runSweeps } from "./run-sweeps.ts";
import { sweepAccount } from "./sweep-account.ts";
import { type BooksScene, startBooksScene } from "./testing/books-scene.ts";

const scenes: BooksScene[] = [];
afterAll(async () => {
  for (const { shop } of scenes) await shop.stop();
});

async function open(): Promise<BooksScene> {
  const scene = await startBooksScene(stripe);
  scenes.push(scene);
  return scene;
}

const listShopEvents = async ({ shop }: BooksScene, type: string) =>
  (await listEvents({ ctx: shop.ctx, input: { type } })).data;

const countJournals = ({ book }: BooksScene) =>
  db().$count(
    ledgerJournals,
    and(eq(ledgerJournals.accountId, book.accountId), eq(ledgerJournals.book, "merchant")),
  );

test("all that has moved is in the ledger, with payments, refunds, disputes and payouts beside it", async () => {
  const scene = await open();
  await scene.sweep();
  const charge = await scene.charge({ application_fee_amount: 200, payment_method: "pm_card_bypassPending" });
  await scene.client.refunds.create({ charge: charge.id, amount: 1_000 }, scene.options);
  await scene.command("dispute-newest-charge", { charge: charge.id });
  await scene.command("pay-out");
  await scene.sweep();
  const own = eq(charges.accountId, scene.book.accountId);
  const [paid] = await db()
    .select()
    .from(charges)
    .where(and(own, eq(charges.chargeId, charge.id)));
  expect(paid).toMatchObject({ status: "succeeded", amount: 5_000, fee: 200, origin: "provider" });
  const refunded = await db()
    .select()
    .from(refunds)
    .where(eq(refunds.chargeId, paid?.id ?? ""));
  expect(refunded).toMatchObject([{ amount: 1_000, status: "succeeded" }]);
  const [disputed] = await db().select().from(disputes).where(eq(disputes.accountId, scene.book.accountId));
  expect(disputed).toMatchObject({ chargeId: paid?.id, status: "needs_response", isInquiry: false });
  expect(disputed?.answerBy).not.toBeNull();
  expect(await listShopEvents(scene, "dispute.opened")).toHaveLength(1);
});

test("repeated, and at once by several, a reading writes nothing twice", async () => {
  const scene = await open();
  await scene.sweep();
  for (let sale = 0; sale < 5; sale += 1) await scene.charge({ amount: 1_000 + sale });
  await scene.command("dispute-newest-charge");
  const account = await scene.account();
  await Promise.all(Array.from({ length: 6 }, () => sweepAccount(account, scene.integration)));
  const before = await countJournals(scene);
  await scene.sweep();
  expect(await countJournals(scene)).toBe(before);
  expect(await listShopEvents(scene, "dispute.opened")).toHaveLength(1);
  expect(await db().$count(charges, eq(charges.accountId, scene.book.accountId))).toBeGreaterThanOrEqual(5);
});

test("what was there before the account was connected is read, and nobody is told of it", async () => {
  const scene = await open();
  await scene.charge({ payment_method: "pm_card_bypassPending" });
  await scene.command("pay-out");
  await scene.sweep();
  expect(await db().$count(payouts, eq(payouts.accountId, scene.book.accountId))).toBeGreaterThan(0);
  expect(await listShopEvents(scene, "payout.paid")).toEqual([]);
});

test("a payout is told of once when it is paid, once when it comes back, and never goes back to paid", async () => {
  const scene = await open();
  await scene.sweep();
  await scene.charge({ payment_method: "pm_card_bypassPending" });
  await scene.command("pay-out");
  await scene.sweep();
  await scene.sweep();
  const [payout] = (await scene.client.payouts.list({ limit: 1 }, scene.options)).data;
  const own = eq(payouts.payoutId, payout?.id ?? "");
  const [row] = await db().select().from(payouts).where(own);
  expect(row).toMatchObject({ status: "paid", isFinal: false, isAutomatic: true });
  const items = await db()
    .select()
    .from(payoutItems)
    .where(eq(payoutItems.payoutId, row?.id ?? ""));
  expect(items.length).toBeGreaterThan(0);
  expect(await listShopEvents(scene, "payout.paid")).toHaveLength(1);
  await scene.command("fail-payout", { payout: payout?.id });
  await scene.sweep();
  await scene.sweep();
  expect((await db().select().from(payouts).where(own))[0]).toMatchObject({
    status: "failed",
    isFinal: true,
  });
  expect(await listShopEvents(scene, "payout.failed")).toHaveLength(1);
  expect(await listShopEvents(scene, "payout.paid")).toHaveLength(1);
});

test("an inquiry, of which no movement tells, is found by the lists alone", async () => {
  const scene = await open();
  await scene.sweep();
  await scene.command("change-webhooks", { mode: "lose" });
  await scene.charge();
  await scene.sweep();
  await scene.command("dispute-newest-charge", { isInquiry: true });
  expect(await db().$count(moneyLooks, eq(moneyLooks.paymentAccountId, (await scene.account()).id))).toBe(0);
  await scene.sweep();
  const [found] = await db().select().from(disputes).where(eq(disputes.accountId, scene.book.accountId));
  expect(found).toMatchObject({
    isInquiry: true,
    status: "needs_response",
    providerStatus: "warning_needs_response",
  });
});

test("a message makes the account due and its object looked at, and a reading does both", async () => {
  const scene = await open();
  await scene.sweep();
  const dueBefore = (await scene.account()).sweepDueAt;
  await scene.charge();
  const asked = eq(moneyLooks.paymentAccountId, (await scene.account()).id);
  expect(await db().$count(moneyLooks, asked)).toBeGreaterThan(0);
  const dueAfter = (await scene.account()).sweepDueAt;
  expect(dueAfter && dueBefore && dueAfter < dueBefore).toBe(true);
  // The job does so, and compares the account, but not again within the hour.
  const { id } = await scene.account();
  const run = async () => {
    await db().update(paymentAccounts).set({ sweepDueAt: null });
    const due = { sweepDueAt: new Date() };
    await db().update(paymentAccounts).set(due).where(eq(paymentAccounts.id, id));
    await runSweeps();
    return scene.account();
  };
  const { comparedAt } = await run();
  expect(comparedAt).not.toBeNull();
  expect(await db().$count(moneyLooks, asked)).toBe(0);
  expect((await run()).comparedAt).toEqual(comparedAt);
});

test("what a message asks for while a reading ends is looked at, and not left until the next one", async () => {
  const scene = await open();
  await scene.sweep();
  const account = await scene.account();
  // A reading is under way, so that the message itself makes nothing due.
  expect(await sweepAccount(account, scene.integration, () => true)).toBe(false);
  const { reading } = await db().transaction(async (tx) => {
    await askForLook(tx, scene.integration, { kind: "dispute", id: "du_told_late" });
    const ending = scene.sweep();
    await Promise.race([ending, untilWaitedFor(tx)]);
    return { reading: ending };
  });
  await reading;
  expect(await db().$count(moneyLooks, eq(moneyLooks.paymentAccountId, account.id))).toBe(0);
});

test("a reading that was cut off goes on where it stopped", async () => {
  const scene = await open();
  for (let sale = 0; sale < 3; sale += 1) await scene.charge();
  const account = await scene.account();
  expect(await sweepAccount(account, scene.integration, () => true)).toBe(false);
  const kept = (await scene.account()).sweep;
  expect(kept).not.toBeNull();
  await scene.sweep();
  expect((await scene.account()).sweep).toBeNull();
  const [held] = (await scene.client.balance.retrieve({}, scene.options)).pending;
  const ours = await readBalances(scene.book, new Date());
  expect(ours.find(({ currency }) => currency === held?.currency.toUpperCase())?.pending).toBe(held?.amount);
});

test("a record that cannot be read is a question, and what stands beside it is booked", async () => {
  const scene = await open();
  await scene.charge();
  await scene.command("book-transaction", {
    type: "moon_tax",
    category: "moon_tax",
    amount: -700,
    currency: "eur",
  });
  await scene.sweep();
  const rows = await db()
    .select({ code: ledgerDifferences.code })
    .from(ledgerDifferences)
    .where(eq(ledgerDifferences.accountId, scene.book.accountId));
  expect(rows).toEqual([{ code: "movement_unknown" }]);
});
