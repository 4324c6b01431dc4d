import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { payoutItems } from "#db/schema/payments.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { movementOf } from "#lib/ledger/testing/movements.ts";
import type { DisputeState, PayoutState } from "#lib/providers/contract/payments.ts";
import { applyDispute } from "./apply-dispute.ts";
import { applyPayout } from "./apply-payout.ts";
import { bookOf } from "./book-of.ts";
import { comparePayouts } from "./compare/compare-payouts.ts";
import { writePayoutItems } from "./payout-items.ts";

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

const noon = new Date("2026-10-02T12:00:00Z");
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

const dispute: DisputeState = {
  disputeId: "du_1",
  chargeId: null,
  amount: 5_000,
  currency: "EUR",
  reason: null,
  status: "needs_response",
  isInquiry: false,
  providerStatus: "needs_response",
  answerBy: null,
  evidenceUrl: null,
  openedAt: noon,
};
const payout: PayoutState = {
  payoutId: "po_1",
  amount: 900,
  currency: "EUR",
  status: "paid",
  providerStatus: "paid",
  isFinal: false,
  isAutomatic: true,
  isItemised: true,
  said: null,
  detail: null,
  createdAt: noon,
  arrivesAt: noon,
};

test("of two answers about a dispute the one that was asked for later counts, whichever comes last", async () => {
  const account = await openAccount();
  const apply = (state: Partial<DisputeState>, minutes: number) =>
    db().transaction((tx) =>
      applyDispute(tx, account, { ...dispute, ...state }, { readAt: after(minutes), isHistory: true }),
    );
  await apply({}, 0);
  expect(await apply({ status: "won", providerStatus: "won" }, 20)).toMatchObject({ status: "won" });
  expect(await apply({}, 10)).toMatchObject({ status: "won" });
  // It may be taken up again.
  expect(await apply({ status: "under_review" }, 30)).toMatchObject({
    status: "under_review",
    closedAt: null,
  });
});

test("of two answers about a payout the one that was asked for later counts, and what has failed stays so", async () => {
  const account = await openAccount();
  const apply = (state: Partial<PayoutState>, minutes: number) =>
    db().transaction((tx) =>
      applyPayout(tx, account, { ...payout, ...state }, { readAt: after(minutes), isHistory: true }),
    );
  await apply({ status: "in_transit" }, 0);
  expect(await apply({}, 20)).toMatchObject({ status: "paid" });
  expect(await apply({ status: "in_transit" }, 10)).toMatchObject({ status: "paid" });
  expect(await apply({ status: "failed" }, 30)).toMatchObject({ status: "failed" });
  expect(await apply({}, 40)).toMatchObject({ status: "failed" });
});

test("a payout whose items do not come to its amount is a case, until they do", async () => {
  const account = await openAccount();
  const read = { readAt: after(0), isHistory: true };
  const row = await db().transaction((tx) => applyPayout(tx, account, payout, read));
  if (!row) throw new Error("No payout was written.");
  const sale = movementOf({ id: newId("evt"), kind: "payment", currency: "EUR", amount: 800 });
  const rest = movementOf({ id: newId("evt"), kind: "payment", currency: "EUR", amount: 100 });
  const cases = () =>
    db()
      .select({ code: ledgerDifferences.code, subject: ledgerDifferences.subject })
      .from(ledgerDifferences)
      .where(and(eq(ledgerDifferences.accountId, account.accountId), isNull(ledgerDifferences.closedAt)));
  const open = [{ code: "payout_differs", subject: "po_1" }];
  await db().transaction((tx) => writePayoutItems(tx, account, row, [sale]));
  expect(await cases()).toEqual(open);
  await db().transaction((tx) => writePayoutItems(tx, account, row, [sale, rest]));
  expect(await cases()).toEqual([]);
  // The ledger lacks one of them.
  await db().transaction((tx) => bookMovements(tx, bookOf(account), [sale]));
  await comparePayouts(account, null);
  expect(await cases()).toEqual(open);
  await db().transaction((tx) => bookMovements(tx, bookOf(account), [rest]));
  await comparePayouts(account, null);
  expect(await cases()).toEqual([]);
  const stranger = movementOf({ id: newId("evt"), kind: "payment", currency: "USD", amount: 1 });
  await db().transaction((tx) => bookMovements(tx, bookOf(account), [stranger]));
  const { merchantId } = account;
  await db().insert(payoutItems).values({ payoutId: row.id, sourceId: stranger.id, merchantId });
  await comparePayouts(account, null);
  expect(await cases()).toEqual(open);
});
