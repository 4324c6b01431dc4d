import { and, desc, eq, isNull } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerJournals } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges } from "#db/schema/payments.ts";
import { auditLog } from "#db/schema/platform.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { revenueEndpoints } from "#lib/api/revenue.ts";
import { askWithKey } from "#lib/api/testing/one-of-everything.ts";
import { say } from "#lib/failures/say.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { openDifference } from "#lib/ledger/differences.ts";
import { createMovement as made } from "#lib/ledger/testing/movements.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { balanceTransaction, toMovement } from "#lib/providers/stripe/movement.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { reconcileAccount } from "../reconcile-account.ts";
import { type BooksScene, startBooksScene } from "../testing/books-scene.ts";
import { openScriptedAccount, scriptedReader } from "../testing/scripted-books.ts";
import { toBook } from "../to-book.ts";
import { openUnreadable } from "../unreadable.ts";
import { compareAccount } from "./compare-account.ts";
import { keepTerms } from "./keep-terms.ts";

const scenes: BooksScene[] = [];
afterAll(async () => {
  for (const { shop } of scenes) await shop.stop();
});

async function open(): Promise<BooksScene> {
  const scene = await startBooksScene(stripe);
  scenes.push(scene);
  await scene.sweep();
  return scene;
}

const reconcile = async ({ shop, account }: BooksScene) =>
  reconcileAccount({ ctx: shop.ctx, input: { id: (await account()).id } });

const differences = ({ book }: BooksScene) =>
  db()
    .select({
      code: ledgerDifferences.code,
      subject: ledgerDifferences.subject,
      closedAt: ledgerDifferences.closedAt,
    })
    .from(ledgerDifferences)
    .where(eq(ledgerDifferences.accountId, book.accountId))
    .orderBy(desc(ledgerDifferences.openedAt));

test("where all agrees, it agrees up to the minute", async () => {
  const scene = await open();
  await scene.charge({ application_fee_amount: 200 });
  await scene.sweep();
  const before = Date.now();
  expect(await reconcile(scene)).toMatchObject({ mended: 0, open: 0 });
  const { agreedUntil } = await scene.account();
  expect(agreedUntil?.getTime()).toBeGreaterThan(before - 61_000);
  expect(await differences(scene)).toEqual([]);
});

test("what a reading has passed by is booked, and is a case that is closed at once", async () => {
  const scene = await open();
  await scene.command("change-webhooks", { mode: "lose" });
  const ahead = new Date(Date.now() + 600 * 86_400_000);
  const own = eq(paymentAccounts.id, (await scene.account()).id);
  await db().update(paymentAccounts).set({ readUntil: ahead }).where(own);
  const charge = await scene.charge();
  await scene.sweep();
  const known = and(eq(charges.accountId, scene.book.accountId), eq(charges.chargeId, charge.id));
  expect(await db().$count(charges, known)).toBe(0);
  expect(await reconcile(scene)).toMatchObject({ mended: 1, open: 0 });
  expect(await db().$count(charges, known)).toBe(1);
  const [found] = await differences(scene);
  expect(found).toMatchObject({ code: "movement_missing", closedAt: expect.any(Date) });
  expect(await reconcile(scene)).toMatchObject({ mended: 0, open: 0 });
});

test("what we have and the provider does not know is open, with the balance, and holds up the minute", async () => {
  const scene = await open();
  await scene.charge();
  await scene.sweep();
  await reconcile(scene);
  const at = new Date(Date.now() - 3_600_000);
  const madeUp = made({ id: "txn_nobody_knows", kind: "payment", currency: "EUR", amount: 77 });
  await db().transaction((tx) => bookMovements(tx, scene.book, [{ ...madeUp, at, availableAt: at }]));
  expect(await reconcile(scene)).toMatchObject({ open: 2 });
  const { agreedUntil } = await scene.account();
  expect(agreedUntil).toEqual(at);
  const opened = await differences(scene);
  expect(opened.map(({ code, subject }) => [code, subject]).toSorted()).toEqual([
    ["balance_differs", "EUR"],
    ["movement_not_at_provider", "txn_nobody_knows"],
  ]);
  // At the next time they are the same cases, and keep their age.
  await reconcile(scene);
  expect(await differences(scene)).toEqual(opened);
});

test("another amount of a movement that is booked is a case of its own", async () => {
  const scene = await open();
  await scene.charge();
  const [theirs] = (await scene.client.balanceTransactions.list({ limit: 1 }, scene.options)).data;
  const madeUp = made({ id: theirs?.id ?? "", kind: "payment", currency: "EUR", amount: 1 });
  await db().transaction((tx) => bookMovements(tx, scene.book, [madeUp]));
  await reconcile(scene);
  const codes = (await differences(scene)).map(({ code }) => code).toSorted();
  expect(codes).toEqual(["balance_differs", "movement_changed"]);
  expect((await scene.account()).agreedUntil).toEqual(madeUp.at);
});

test.each([
  ["balance_differs", "EUR"],
  ["movement_unreadable", "txn_read_by_now"],
] as const)("a case of %s closes itself once it is over", async (code, subject) => {
  const scene = await open();
  await db().transaction((tx) => openDifference(tx, scene.book, { code, subject, params: {} }));
  expect(await reconcile(scene)).toMatchObject({ open: 0 });
  expect(await differences(scene)).toMatchObject([{ code, closedAt: expect.any(Date) }]);
});

test("an object that could not be read once is asked for by its id, and is no question any more", async () => {
  const scene = await open();
  const { id } = await scene.charge();
  await scene.sweep();
  const own = and(eq(charges.accountId, scene.book.accountId), eq(charges.chargeId, id));
  await db().update(charges).set({ status: "processing" }).where(own);
  await db().transaction((tx) => openUnreadable(tx, scene.book, [{ id, reason: "amount" }], "payment"));
  expect(await reconcile(scene)).toMatchObject({ open: 0 });
  expect(await db().select({ status: charges.status }).from(charges).where(own)).toEqual([
    { status: "succeeded" },
  ]);
});

test("a fee that is not the one that was decided is a case, until it is", async () => {
  const scene = await open();
  const charge = await scene.charge({ application_fee_amount: 200 });
  await scene.sweep();
  const own = and(eq(charges.accountId, scene.book.accountId), eq(charges.chargeId, charge.id));
  await db().update(charges).set({ fee: 250 }).where(own);
  await reconcile(scene);
  const openOnes = await db()
    .select({ code: ledgerDifferences.code, subject: ledgerDifferences.subject })
    .from(ledgerDifferences)
    .where(and(eq(ledgerDifferences.accountId, scene.book.accountId), isNull(ledgerDifferences.closedAt)));
  expect(openOnes).toEqual([{ code: "fee_differs", subject: charge.id }]);
  await db().update(charges).set({ fee: 200 }).where(own);
  expect(await reconcile(scene)).toMatchObject({ open: 0 });
});

test("what an older version booked without understanding it is repaired by a reading, and all agrees", async () => {
  const scene = await open();
  const charge = await scene.charge({ application_fee_amount: 200 });
  const { data } = await scene.client.balanceTransactions.list({ limit: 1 }, scene.options);
  const movements = data.map((one) => ({
    ...toMovement(balanceTransaction.parse(one)),
    kind: "unknown" as const,
    paymentId: charge.id,
    objectId: charge.id,
  }));
  await db().transaction((tx) => bookMovements(tx, scene.book, movements));
  expect(await reconcile(scene)).toMatchObject({ open: 1 });
  await scene.sweep();
  expect(await reconcile(scene)).toMatchObject({ mended: 0, open: 0 });
  const kinds = await db()
    .select({ kind: ledgerJournals.kind })
    .from(ledgerJournals)
    .where(and(eq(ledgerJournals.accountId, scene.book.accountId), eq(ledgerJournals.paymentId, charge.id)))
    .orderBy(ledgerJournals.recordedAt);
  expect(kinds).toEqual([{ kind: "unknown" }, { kind: "payment" }]);
});

test("it is kept who bears fees and losses, as Stripe has it of the account", async () => {
  const scene = await open();
  await reconcile(scene);
  expect((await scene.account()).terms).toEqual({ fees: "account", losses: "provider" });
  await scene.command("change-terms", {
    feesCollector: "application_express",
    lossesCollector: "application",
  });
  await reconcile(scene);
  expect((await scene.account()).terms).toEqual({ fees: "application", losses: "application" });
});

test("nothing is compared of a provider that lists nothing, and what is open is counted", async () => {
  const account = await openScriptedAccount({ provider: "paypal" });
  const integration = { ...(await open()).integration, provider: "paypal" };
  const params = {};
  await db().transaction((tx) =>
    openDifference(tx, toBook(account), { code: "movement_unknown", subject: "txn_1", params }),
  );
  expect(await compareAccount(account, integration)).toEqual({ mended: 0, open: 1, agreedUntil: null });
});

test("what an account's terms say is kept for it alone, also where they cannot be asked for just now", async () => {
  const [account, other] = [await openScriptedAccount(), await openScriptedAccount()];
  const terms = { fees: "account", losses: "provider" } as const;
  const kept = async ({ id }: { id: string }) =>
    (await db().select().from(paymentAccounts).where(eq(paymentAccounts.id, id)))[0]?.terms;
  await keepTerms(account, scriptedReader({ terms: async () => terms }).ask);
  expect([await kept(account), await kept(other)]).toEqual([terms, null]);
  const message = say("app_fault", { app: "Stripe" });
  const down = () => Promise.reject(new ProviderError({ kind: "unavailable", message }));
  await keepTerms(account, scriptedReader({ terms: down }).ask);
  await keepTerms(account, scriptedReader({}).ask);
  expect(await kept(account)).toEqual(terms);
  const broken = scriptedReader({ terms: () => Promise.reject(new Error("a fault of ours")) });
  await expect(keepTerms(account, broken.ask)).rejects.toThrow("a fault of ours");
});

test("it is noted who asked, and another merchant's account is not there", async () => {
  const scene = await open();
  const { id } = await scene.account();
  await reconcile(scene);
  const asked = and(eq(auditLog.merchantId, scene.book.merchantId), eq(auditLog.targetId, id));
  const [line] = await db().select({ action: auditLog.action }).from(auditLog).where(asked);
  expect(line?.action).toBe("payments.reconciled");
  const stranger = await createTestMerchant();
  await expect(reconcileAccount({ ctx: stranger, input: { id } })).rejects.toMatchObject({ status: 404 });
  expect(await db().$count(ledgerJournals, eq(ledgerJournals.merchantId, stranger.merchantId))).toBe(0);
});

test("a program compares an account as the button does, with the permission to move money, and no other merchant's", async () => {
  const scene = await open();
  const { id, comparedAt } = await scene.account();
  const ask = async (key: string, accountId: string) => {
    const answer = await askWithKey(revenueEndpoints.reconcileAccount, key, { params: { id: accountId } });
    return { status: answer.status, body: JSON.parse(answer.text) };
  };
  const stranger = await createTestMerchant();
  expect(await ask(await createTestApiKey(scene.shop.ctx, ["read"]), id)).toMatchObject({ status: 403 });
  expect(await ask(await createTestApiKey(stranger), id)).toMatchObject({ status: 404 });
  const key = await createTestApiKey(scene.shop.ctx, ["payments:write"]);
  expect(await ask(key, "pac_none")).toMatchObject({ status: 404 });
  expect((await scene.account()).comparedAt).toEqual(comparedAt);
  await scene.charge({ application_fee_amount: 200 });
  const answer = await ask(key, id);
  expect(answer).toMatchObject({ status: 200, body: { id, mended: 1 } });
  expect((await scene.account()).agreedUntil?.toISOString() ?? null).toBe(answer.body.agreedUntil);
});
