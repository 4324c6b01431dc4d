import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges } from "#db/schema/payments.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { feeDocument } from "#lib/providers/stripe/sandbox/documents.ts";
import { saveFee } from "#lib/providers/stripe/sandbox/save.ts";
import { compareAccount } from "../compare/compare-account.ts";
import { type BooksScene, startBooksScene } from "../testing/books-scene.ts";
import { comparePlatform } from "./compare-platform.ts";
import { ensurePlatformBooks } from "./ensure-platform-books.ts";
import { openPlatformReader } from "./platform-call.ts";
import { platformMerchantId } from "./platform-merchant.ts";
import { sweepPlatform } from "./sweep-platform.ts";

const hourMs = 3_600_000;

// Other tests' accounts earn fees as well: what is looked at here is of this one.
let scene: BooksScene;
beforeAll(async () => {
  scene = await startBooksScene(stripe);
  await scene.sweep();
});
afterAll(() => scene.shop.stop());

async function readPlatform() {
  await ensurePlatformBooks();
  const platform = and(
    eq(paymentAccounts.merchantId, platformMerchantId),
    eq(paymentAccounts.book, "platform"),
    eq(paymentAccounts.environment, "sandbox"),
  );
  const [account] = await db().select().from(paymentAccounts).where(platform);
  const ask = openPlatformReader("stripe", "sandbox");
  if (!account || !ask) throw new Error("There is no platform's book.");
  while (!(await sweepPlatform(account, ask)));
  return { account, ask };
}

const ofCharge = (chargeId: string) =>
  db()
    .select({
      kind: ledgerJournals.kind,
      currency: ledgerEntries.currency,
      amount: ledgerEntries.amount,
      facts: ledgerJournals.facts,
    })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(
      and(
        eq(ledgerJournals.merchantId, platformMerchantId),
        eq(ledgerJournals.paymentId, chargeId),
        eq(ledgerEntries.account, "balance"),
      ),
    )
    .orderBy(ledgerJournals.effectiveAt, ledgerJournals.sourceId);

test("the platform has one book at each provider that has books of it, and none elsewhere", async () => {
  await readPlatform();
  expect(await ensurePlatformBooks()).toEqual({ made: 0 });
  const own = and(
    eq(paymentAccounts.merchantId, platformMerchantId),
    eq(paymentAccounts.environment, "sandbox"),
  );
  const rows = await db().select().from(paymentAccounts).where(own);
  expect(rows.map(({ provider, book }) => [provider, book])).toEqual([["stripe", "platform"]]);
  // This installation has no app for real money.
  const readers = [
    openPlatformReader("paypal", "sandbox"),
    openPlatformReader("nobody", "sandbox"),
    openPlatformReader("stripe", "live"),
  ];
  expect(readers).toEqual([null, null, null]);
});

test("what the platform got and gave back is in a book of its own, apart from what was charged", async () => {
  const charge = await scene.charge({ amount: 5_000, application_fee_amount: 200 });
  const asked = { charge: charge.id, amount: 2_500, refund_application_fee: true };
  await scene.client.refunds.create(asked, scene.options);
  await readPlatform();
  await readPlatform();
  const rows = await ofCharge(charge.id);
  expect(rows.map(({ kind, currency }) => [kind, currency])).toEqual([
    ["platform_fee", "USD"],
    ["platform_fee", "USD"],
  ]);
  const { accountId } = scene.book;
  expect(rows.map(({ facts }) => facts.charged).toSorted(byAmount)).toEqual([
    { amount: -100, currency: "EUR", accountId },
    { amount: 200, currency: "EUR", accountId },
  ]);
});

test("a fee at the provider that is not the one that was decided is a case in the merchant's book", async () => {
  const charge = await scene.charge({ amount: 5_000, application_fee_amount: 200 });
  // Another account's object that cannot be read once made the platform's balance an error 500.
  await scene.shop.context.store.put("platform_transaction", "txn_odd", {
    net: "much",
    currency: "usd",
    available_on: [],
  });
  await scene.sweep();
  const own = and(eq(charges.accountId, scene.book.accountId), eq(charges.chargeId, charge.id));
  await db().update(charges).set({ fee: 199 }).where(own);
  const { account, ask } = await readPlatform();
  await comparePlatform(account, ask);
  const open = and(
    eq(ledgerDifferences.accountId, scene.book.accountId),
    eq(ledgerDifferences.subject, charge.id),
    isNull(ledgerDifferences.closedAt),
  );
  const cases = () => db().select({ code: ledgerDifferences.code }).from(ledgerDifferences).where(open);
  expect(await cases()).toEqual([{ code: "platform_fee_differs" }]);
  await db().update(charges).set({ fee: 200 }).where(own);
  await comparePlatform(account, ask);
  expect(await cases()).toEqual([]);
});

test("what goes back of a fee long after it was made is held against it, and the merchant's own comparison leaves the case alone", async () => {
  const charge = await scene.charge({ amount: 5_000, application_fee_amount: 200 });
  await scene.sweep();
  const { account, ask } = await readPlatform();
  const made = charge.created * 1_000;
  await scene.command("move-clock", { to: new Date(made + 2 * hourMs).toISOString() });
  const { data } = await scene.client.applicationFees.list({ charge: charge.id });
  await scene.client.applicationFees.createRefund(data[0]?.id ?? "", { amount: 100 });
  const { store } = scene.shop.context;
  const fee = await store.get("application_fee", data[0]?.id ?? "", feeDocument);
  if (!fee) throw new Error("There is no fee.");
  const give = (amountRefunded: number) => saveFee({ store }, { ...fee, amountRefunded });
  await give(201);
  await sweepPlatform(account, ask);
  // The list of fees is read from an hour after this one was made.
  const agreedUntil = new Date(made + hourMs + 3 * 24 * hourMs);
  await comparePlatform({ ...account, agreedUntil }, ask);
  const own = and(
    eq(ledgerDifferences.accountId, scene.book.accountId),
    eq(ledgerDifferences.subject, charge.id),
  );
  const cases = async () => {
    const rows = await db().select().from(ledgerDifferences).where(own);
    return rows.map(({ id, code, openedAt, closedAt }) => ({ id, code, openedAt, closedAt }));
  };
  const first = await cases();
  expect(first).toMatchObject([{ code: "platform_fee_differs", closedAt: null }]);
  await scene.sweep();
  await compareAccount(await scene.account(), scene.integration);
  await comparePlatform({ ...account, agreedUntil }, ask);
  expect(await cases()).toEqual(first);
  await give(100);
  await comparePlatform({ ...account, agreedUntil }, ask);
  expect(await cases()).toMatchObject([{ id: first[0]?.id, closedAt: expect.any(Date) }]);
});

function byAmount(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
