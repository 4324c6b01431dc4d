import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { charges } from "#db/schema/payments.ts";
import { newId } from "#lib/ids.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { openDifference } from "#lib/ledger/differences.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import { makeUpCharge } from "#lib/payments/testing/make-up-charge.ts";
import type { PlatformBooks, PlatformFeeState } from "#lib/providers/contract/payments.ts";
import { compareFees } from "../compare/compare-fees.ts";
import { openScriptedAccount, scriptedPlatform } from "../testing/scripted-books.ts";
import { toBook } from "../to-book.ts";
import { comparePlatform } from "./compare-platform.ts";
import { ensurePlatformAccount } from "./platform-merchant.ts";

const live = { provider: "stripe", environment: "live" } as const;

const openPlatform = () =>
  db().transaction((tx) => ensurePlatformAccount(tx, { ...live, accountId: newId("sbx") }));

const feeOf = (accountId: string, chargeId: string | null, over: Partial<PlatformFeeState> = {}) => ({
  feeId: newId("evt"),
  accountId,
  chargeId,
  amount: 200,
  refunded: 0,
  currency: "EUR",
  createdAt: new Date(),
  ...over,
});

/** Fees that the provider lists, two a page. */
function listing(fees: readonly PlatformFeeState[]): PlatformBooks["fees"] {
  return async (_, { cursor }) => {
    const start = Number(cursor ?? 0);
    const next = start + 2 < fees.length ? String(start + 2) : null;
    return { items: fees.slice(start, start + 2), unread: [], next };
  };
}

async function cases(accountId: string) {
  const open = and(eq(ledgerDifferences.accountId, accountId), isNull(ledgerDifferences.closedAt));
  const rows = await db().select().from(ledgerDifferences).where(open);
  return rows.map(({ merchantId, code, subject, params }) => ({ merchantId, code, subject, params }));
}

test("a fee that is not the decided one, or of which more went back than was taken, is a case until it is not", async () => {
  const platform = await openPlatform();
  const accountId = newId("sbx");
  // The same account elsewhere is another one, and so is the platform's.
  await openScriptedAccount({ accountId, environment: "sandbox" });
  await openScriptedAccount({ accountId, ...live, provider: "paypal" });
  await openScriptedAccount({ accountId, ...live, book: "platform" });
  const { merchantId } = await openScriptedAccount({ accountId, ...live });
  const pay = async (fee: number | null) => {
    const chargeId = newId("evt");
    await makeUpCharge(merchantId, { ...live, accountId, chargeId, fee });
    for (const place of [{ environment: "sandbox" as const }, { provider: "paypal" }]) {
      await makeUpCharge(merchantId, { ...live, accountId, chargeId, fee: 1, ...place });
    }
    return chargeId;
  };
  const [same, less, overdone, undecided] = [await pay(200), await pay(150), await pay(200), await pay(null)];
  const compare = (fees: readonly PlatformFeeState[]) =>
    comparePlatform(platform, scriptedPlatform({ fees: listing(fees) }));
  await compare([
    feeOf(accountId, same, { refunded: 200 }),
    feeOf(accountId, less, { refunded: 20 }),
    feeOf(accountId, overdone, { refunded: 201 }),
    // Of these nothing was decided here.
    feeOf(accountId, undecided),
    feeOf(accountId, newId("evt")),
    feeOf(accountId, null),
    feeOf(newId("sbx"), same, { amount: 1 }),
  ]);
  const params = { currency: "EUR", fee: 150, booked: 200, refunded: 20 };
  const open = await cases(accountId);
  expect(open).toHaveLength(2);
  expect(open).toContainEqual({ merchantId, code: "platform_fee_differs", subject: less, params });
  const more = { currency: "EUR", fee: 200, booked: 200, refunded: 201 };
  expect(open).toContainEqual({ merchantId, code: "platform_fee_differs", subject: overdone, params: more });
  await compare([feeOf(accountId, less, { amount: 150 }), feeOf(accountId, overdone)]);
  expect(await cases(accountId)).toEqual([]);
});

test("a case that only the platform's list gives reason for keeps its age, and closes once the fee is the decided one", async () => {
  const platform = await openPlatform();
  const owner = await openScriptedAccount(live);
  const { merchantId, accountId } = owner;
  const chargeId = newId("evt");
  await makeUpCharge(merchantId, { ...live, accountId, chargeId, fee: 200 });
  const fees = [{ kind: "platform" as const, amount: 200 }];
  const sale = createMovement({ id: newId("evt"), kind: "payment", currency: "EUR", amount: 5_000, fees });
  await db().transaction((tx) =>
    bookMovements(tx, toBook(owner), [{ ...sale, paymentId: chargeId, objectId: chargeId }]),
  );
  const other = scriptedPlatform({ fees: listing([feeOf(accountId, chargeId, { amount: 210 })]) });
  const rows = () => db().select().from(ledgerDifferences).where(eq(ledgerDifferences.accountId, accountId));
  await comparePlatform(platform, other);
  const first = await rows();
  expect(first).toMatchObject([{ code: "platform_fee_differs", closedAt: null }]);
  for (let hour = 0; hour < 2; hour += 1) {
    await compareFees(owner, null);
    await comparePlatform(platform, other);
  }
  // The list does not reach back to it any more.
  await comparePlatform(platform, scriptedPlatform({}));
  expect(await rows()).toEqual(first);
  await db().update(charges).set({ fee: 210 }).where(eq(charges.chargeId, chargeId));
  await comparePlatform(platform, scriptedPlatform({}));
  expect(await rows()).toMatchObject([{ id: first[0]?.id, closedAt: expect.any(Date) }]);
});

test("a case of which nobody can say what was read keeps no other from being judged", async () => {
  const platform = await openPlatform();
  const owner = await openScriptedAccount(live);
  const subject = newId("evt");
  const odd = { code: "platform_fee_differs", subject, params: {} } as const;
  await db().transaction((tx) => openDifference(tx, toBook(owner), odd));
  await comparePlatform(platform, scriptedPlatform({}));
  expect(await cases(owner.accountId)).toMatchObject([{ subject }]);
});

test("fees that cannot be read are a question of the platform's book, and what it lacks is booked", async () => {
  const platform = await openPlatform();
  const at = new Date(Date.now() - 86_400_000);
  const earned = { kind: "platform_fee", currency: "USD", amount: 180 } as const;
  const movement = { ...createMovement({ id: newId("evt"), ...earned }), at, availableAt: at };
  const reader = (unread: readonly { id: string; reason: string }[]) =>
    scriptedPlatform({
      movements: async () => ({ items: [{ movement, fee: null }], unread: [], next: null }),
      balances: async () => [{ currency: "USD", pending: 0, available: 180 }],
      fees: async () => ({ items: [], unread, next: null }),
    });
  const torn = await comparePlatform(platform, reader([{ id: "fee_torn", reason: "amount" }]));
  expect(torn).toMatchObject({ mended: 1, open: 1 });
  expect(await cases(platform.accountId)).toMatchObject([
    { merchantId: "mer_platform", code: "movement_unreadable", subject: "fee_torn" },
  ]);
  expect(await comparePlatform(platform, reader([]))).toMatchObject({ mended: 0, open: 0 });
});
