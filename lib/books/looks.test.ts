import { and, eq, lte } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { integrations } from "#db/schema/integrations.ts";
import { ledgerDifferences, ledgerJournals } from "#db/schema/ledger.ts";
import { moneyLooks, paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges, disputes, payoutItems, payouts } from "#db/schema/payments.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { saveConnection } from "#lib/integrations/connect/save-connection.ts";
import { isOpenIn } from "#lib/ledger/differences.ts";
import { askForLook } from "#lib/ledger/looks/ask-for-look.ts";
import {
  ensurePaymentAccount,
  ensurePaymentAccounts,
  type PaymentAccountRow,
} from "#lib/ledger/looks/payment-account.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import { makeUpCharge } from "#lib/payments/testing/make-up-charge.ts";
import type { PayoutState } from "#lib/providers/contract/payments.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { unreadable } from "#lib/providers/stripe/errors.ts";
import { lookAtAsked } from "./look-at-asked.ts";
import { lookAtDue } from "./look-at-due.ts";
import { runSweeps } from "./run-sweeps.ts";
import { scriptedReader } from "./testing/scripted-books.ts";
import { disputeState, noon, payoutState } from "./testing/states.ts";
import { toBook } from "./to-book.ts";

async function connect(ctx: Ctx, over: { id?: string; environment?: "live"; provider?: string } = {}) {
  const { id = newId("sbx"), provider = "stripe" } = over;
  const environment: "live" | "sandbox" = over.environment ?? "sandbox";
  const connection = {
    provider,
    environment,
    account: { id, label: "Account" },
    secrets: { accessToken: "access-token" },
    settings: {},
    scopes: [],
    expiresAt: null,
    refreshExpiresAt: null,
  };
  return saveConnection(ctx, connection, null);
}

async function open() {
  const ctx = await createTestMerchant();
  const integration = await connect(ctx);
  const account = () => db().transaction((tx) => ensurePaymentAccount(tx, integration));
  const row = await account();
  if (!row) throw new Error("There is no payment account.");
  const readAccount = async () => {
    const [now] = await db().select().from(paymentAccounts).where(eq(paymentAccounts.id, row.id));
    return now ?? row;
  };
  return { ctx, integration, account: row, readAccount };
}

const tomorrow = new Date(Date.now() + 86_400_000);
const sale = createMovement({ id: "txn_1", kind: "payment", currency: "EUR", amount: 900 });

describe("a message", () => {
  test("about a payment has it looked up at once, by any of its names, and no other", async () => {
    const { ctx, integration } = await open();
    const { merchantId, provider, environment, accountId } = integration;
    const own = { provider, environment, accountId };
    const id = newId("sbx");
    const due = { status: "waiting", chargeId: null, lookDueAt: tomorrow } as const;
    const meant = [
      await makeUpCharge(merchantId, { ...own, ...due, chargeId: id }),
      await makeUpCharge(merchantId, { ...own, ...due, paymentId: id }),
      await makeUpCharge(merchantId, { ...own, ...due, sessionId: id }),
    ];
    await makeUpCharge(merchantId, { ...own, ...due, paymentId: newId("sbx") });
    await makeUpCharge(merchantId, { ...own, ...due, paymentId: id, lookDueAt: null });
    await makeUpCharge(merchantId, { ...own, ...due, paymentId: id, accountId: newId("sbx") });
    await makeUpCharge(merchantId, { ...own, ...due, paymentId: id, environment: "live" });
    await makeUpCharge(merchantId, { ...own, ...due, paymentId: id, provider: "paypal" });
    const stranger = await createTestMerchant();
    const theirs = await makeUpCharge(stranger.merchantId, { ...own, ...due, paymentId: id });
    const hurried = async () => {
      const rows = await db().select().from(charges).where(eq(charges.accountId, accountId));
      const others = await db().select().from(charges).where(eq(charges.merchantId, ctx.merchantId));
      const all = new Map([...rows, ...others].map((row) => [row.id, row.lookDueAt]));
      return [...all].flatMap(([one, at]) => (at && at < tomorrow ? [one] : []));
    };
    const tell = (kind: "payment" | "refund") =>
      db().transaction((tx) => askForLook(tx, integration, { kind, id }));
    await tell("refund");
    expect(await hurried()).toEqual([]);
    await tell("payment");
    expect((await hurried()).toSorted()).toEqual(meant.toSorted());
    expect(await hurried()).not.toContain(theirs);
  });

  test("makes its own account due, unless it is being read, and is kept once, however often it comes", async () => {
    const { ctx, integration, account, readAccount } = await open();
    const other = await connect(ctx);
    const own = eq(paymentAccounts.id, account.id);
    const ofMerchant = eq(paymentAccounts.merchantId, ctx.merchantId);
    const tell = (id: string) =>
      db().transaction((tx) => askForLook(tx, integration, { kind: "dispute", id }));
    const sweep = { from: null, startedAt: noon.toISOString(), stage: "movements", cursor: null } as const;
    await db().update(paymentAccounts).set({ sweepDueAt: tomorrow }).where(ofMerchant);
    await db()
      .update(paymentAccounts)
      .set({ sweep: { ...sweep, newest: null } })
      .where(own);
    await tell("du_1");
    expect((await readAccount()).sweepDueAt).toEqual(tomorrow);
    await db().update(paymentAccounts).set({ sweep: null }).where(own);
    for (const id of ["du_1", "du_2", "x".repeat(201), "du_\u0000"]) await tell(id);
    expect((await readAccount()).sweepDueAt?.getTime()).toBeLessThan(tomorrow.getTime());
    const [untouched] = await db()
      .select()
      .from(paymentAccounts)
      .where(eq(paymentAccounts.integrationId, other.id));
    expect(untouched?.sweepDueAt).toEqual(tomorrow);
    const looks = await db()
      .select({ id: moneyLooks.objectId })
      .from(moneyLooks)
      .where(eq(moneyLooks.paymentAccountId, account.id));
    expect(looks.map(({ id }) => id).toSorted()).toEqual(["du_1", "du_2"]);
    // Of a connection whose app keeps no books nothing is kept.
    const slack = await connect(ctx, { provider: "slack" });
    await db().transaction((tx) => askForLook(tx, slack, { kind: "payment", id: "pi_1" }));
    expect(await db().$count(paymentAccounts, ofMerchant)).toBe(2);
  });
});

test("an account is one row for each place, its first merchant's, and is read on once it is connected again", async () => {
  const { ctx, integration, account, readAccount } = await open();
  const { accountId: id } = integration;
  const live = await connect(ctx, { id, environment: "live" });
  await connect(ctx, { id, provider: "paypal" });
  const platform = { ...account, id: newId("pac"), book: "platform" as const };
  await db().insert(paymentAccounts).values(platform);
  const stranger = await createTestMerchant();
  const theirs = await connect(stranger, { id });
  const ensure = (one: typeof integration) => db().transaction((tx) => ensurePaymentAccount(tx, one));
  expect(await ensure(theirs)).toBeNull();
  expect((await ensure(live))?.environment).toBe("live");
  const own = eq(paymentAccounts.id, account.id);
  await db().update(paymentAccounts).set({ sweepDueAt: tomorrow }).where(own);
  expect(await ensure(integration)).toMatchObject({ id: account.id, sweepDueAt: tomorrow });
  await db().update(paymentAccounts).set({ sweepDueAt: null }).where(own);
  await ensure(integration);
  expect((await readAccount()).sweepDueAt).not.toBeNull();
  await db().update(paymentAccounts).set({ sweepDueAt: tomorrow, integrationId: "int_gone" }).where(own);
  expect(await ensure(integration)).toMatchObject({ id: account.id, integrationId: integration.id });
  expect((await readAccount()).sweepDueAt?.getTime()).toBeLessThan(tomorrow.getTime());
  const places = await db().select().from(paymentAccounts).where(eq(paymentAccounts.accountId, id));
  expect(places.map((one) => [one.book, one.provider, one.environment].join(" ")).toSorted()).toEqual([
    "merchant paypal sandbox",
    "merchant stripe live",
    "merchant stripe sandbox",
    "platform stripe sandbox",
  ]);
});

test("connections that were there before their money was kept get their account, those that are over do not", async () => {
  const { ctx, integration, account } = await open();
  const over = await connect(ctx);
  await db().update(integrations).set({ status: "disconnected" }).where(eq(integrations.id, over.id));
  const ofMerchant = eq(paymentAccounts.merchantId, ctx.merchantId);
  await db().delete(paymentAccounts).where(ofMerchant);
  // The same account elsewhere is another one.
  const { merchantId, provider, accountId } = account;
  const elsewhere = { merchantId, accountId, integrationId: null, book: "merchant" as const };
  await db()
    .insert(paymentAccounts)
    .values([
      { ...elsewhere, id: newId("pac"), provider, environment: "live" },
      { ...elsewhere, id: newId("pac"), provider: "paypal", environment: "sandbox" },
      { ...elsewhere, id: newId("pac"), provider, environment: "sandbox", book: "platform" },
      { ...elsewhere, id: newId("pac"), provider, environment: "sandbox", accountId: newId("sbx") },
    ]);
  await connect(ctx, { provider: "slack" });
  await ensurePaymentAccounts();
  const rows = await db().select().from(paymentAccounts).where(ofMerchant);
  const made = rows.flatMap(({ integrationId }) => integrationId ?? []);
  expect(made).toEqual([integration.id]);
});

test("the job reads only what is connected to the same account still, and puts off what fails for longer and longer", async () => {
  const { account, integration, readAccount } = await open();
  const own = eq(paymentAccounts.id, account.id);
  const run = async (over: Partial<PaymentAccountRow>) => {
    // Whatever else is due here is of tests that are over.
    await db().update(paymentAccounts).set({ sweepDueAt: null });
    await db()
      .update(paymentAccounts)
      .set({ sweepDueAt: noon, ...over })
      .where(own);
    await runSweeps();
    return readAccount();
  };
  const rests = { sweepDueAt: null, failures: 0, failureCode: null };
  expect(await run({ integrationId: null })).toMatchObject(rests);
  const { id: integrationId, accountId } = integration;
  const ofIntegration = eq(integrations.id, integrationId);
  await db()
    .update(integrations)
    .set({ accountId: newId("sbx") })
    .where(ofIntegration);
  expect(await run({ integrationId })).toMatchObject(rests);
  await db().update(integrations).set({ accountId, status: "disconnected" }).where(ofIntegration);
  expect(await run({})).toMatchObject(rests);
  await db().update(integrations).set({ status: "connected" }).where(ofIntegration);
  // Nothing is served here.
  for (const failures of [1, 2]) {
    const failed = await run({});
    expect(failed).toMatchObject({ failures, failureCode: expect.any(String), readUntil: null });
    expect(failed.sweepDueAt?.getTime()).toBeGreaterThan(Date.now());
  }
});

describe("what is to be looked at", () => {
  const lookFor = async (account: PaymentAccountRow, kind: "payment" | "dispute", ids: readonly string[]) => {
    for (const objectId of ids) {
      await db().insert(moneyLooks).values({ paymentAccountId: account.id, kind, objectId, askedAt: noon });
    }
  };
  const leftOf = async (account: PaymentAccountRow) => {
    const rows = await db().select().from(moneyLooks).where(eq(moneyLooks.paymentAccountId, account.id));
    return rows.map(({ kind, objectId }) => `${kind} ${objectId}`).toSorted();
  };

  test("is fetched once, but for what has come along since it was asked for, and only of the account", async () => {
    const { ctx, account } = await open();
    const other = await db()
      .transaction(async (tx) => ensurePaymentAccount(tx, await connect(ctx)))
      .then((row) => row ?? account);
    await lookFor(account, "dispute", ["du_1", "du_2", "du_3"]);
    await lookFor(account, "payment", ["du_2"]);
    await lookFor(other, "dispute", ["du_1", "du_2", "du_3"]);
    const fetched: string[] = [];
    const { ask } = scriptedReader({
      object: async (_, kind, id) => {
        fetched.push(id);
        // Told again while it is fetched.
        const again = and(eq(moneyLooks.paymentAccountId, account.id), eq(moneyLooks.objectId, id));
        if (id === "du_3") await db().update(moneyLooks).set({ askedAt: tomorrow }).where(again);
        return kind === "dispute" ? { kind, state: { ...disputeState, disputeId: id } } : null;
      },
    });
    const fresh = new Set(["dispute du_1"]);
    await lookAtAsked(account, ask, { isHistory: false, fresh, since: tomorrow });
    expect(fetched.toSorted()).toEqual(["du_2", "du_2", "du_3"]);
    expect(await leftOf(account)).toEqual(["dispute du_3"]);
    expect(await leftOf(other)).toHaveLength(3);
    const rows = await db().select().from(disputes).where(eq(disputes.accountId, account.accountId));
    expect(rows.map(({ disputeId }) => disputeId).toSorted()).toEqual(["du_2", "du_3"]);
    // What was asked for after it had come along is fetched.
    await lookFor(account, "dispute", ["du_1"]);
    await lookAtAsked(account, ask, { isHistory: false, fresh, since: noon });
    expect(fetched).toContain("du_1");
  });

  test("in a form that cannot be read is a question, and keeps nothing else from being looked at", async () => {
    const { account } = await open();
    const torn = () => Promise.reject(unreadable("a dispute without an amount"));
    await lookFor(account, "dispute", ["du_torn", "du_whole"]);
    const { provider, environment, accountId, merchantId } = account;
    const place = { merchantId, provider, environment, accountId, amount: 900, currency: "EUR" };
    const elsewhere = newId("dsp");
    const stands = { providerStatus: "pending", updatedAt: noon, lookDueAt: noon };
    const dispute = { ...place, ...stands, status: "under_review" as const, openedAt: noon };
    await db()
      .insert(disputes)
      .values([
        { ...dispute, id: newId("dsp"), disputeId: "du_torn_too" },
        { ...dispute, id: newId("dsp"), disputeId: "du_late", lookDueAt: new Date(noon.getTime() + 1) },
        { ...dispute, id: elsewhere, disputeId: "du_elsewhere", accountId: newId("sbx") },
      ]);
    await db()
      .insert(payouts)
      .values({
        ...place,
        ...stands,
        id: newId("pot"),
        payoutId: "po_torn",
        status: "pending",
        isAutomatic: true,
        createdAt: noon,
        arrivesAt: noon,
      });
    const { ask } = scriptedReader({
      object: async (_, kind, id) => {
        if (id.includes("torn")) return torn();
        return kind === "dispute" ? { kind, state: { ...disputeState, disputeId: id, status: "won" } } : null;
      },
    });
    await lookAtAsked(account, ask, { isHistory: false, fresh: new Set(), since: noon });
    expect(await leftOf(account)).toEqual([]);
    await lookAtDue(account, ask, () => false);
    const own = eq(disputes.accountId, accountId);
    const won = await db()
      .select({ id: disputes.disputeId })
      .from(disputes)
      .where(and(own, eq(disputes.status, "won")));
    expect(won.map(({ id }) => id).toSorted()).toEqual(["du_late", "du_whole"]);
    // It is put off, so that others are looked at first the next time.
    const due = await db().$count(disputes, and(own, lte(disputes.lookDueAt, new Date())));
    const duePayouts = and(eq(payouts.accountId, accountId), lte(payouts.lookDueAt, new Date()));
    expect([due, await db().$count(payouts, duePayouts)]).toEqual([0, 0]);
    const questions = await db()
      .select({ subject: ledgerDifferences.subject, params: ledgerDifferences.params })
      .from(ledgerDifferences)
      .where(isOpenIn(toBook(account)));
    // With its kind, by which it can be asked for again.
    expect(questions.map(({ subject, params }) => `${params.kind} ${subject}`).toSorted()).toEqual([
      "dispute du_torn",
      "dispute du_torn_too",
      "payout po_torn",
    ]);
    // What a provider lists nowhere is kept: it would be lost.
    await lookFor(account, "payment", ["ch_torn"]);
    const unlisted = scriptedReader({ movementsOfPayment: torn });
    const paypal = { ...account, provider: "paypal" };
    const options = { isHistory: false, fresh: new Set<string>(), since: noon };
    await expect(lookAtAsked(paypal, unlisted.ask, options)).rejects.toThrow(ProviderError);
    expect(await leftOf(account)).toEqual(["payment ch_torn"]);
    const message = say("app_fault", { app: "Stripe" });
    const down = () => Promise.reject(new ProviderError({ kind: "unavailable", message }));
    const away = scriptedReader({ object: down });
    await expect(lookAtAsked(account, away.ask, options)).rejects.toThrow(ProviderError);
    await db().update(disputes).set({ lookDueAt: noon }).where(own);
    await expect(lookAtDue(account, away.ask, () => false)).rejects.toThrow(ProviderError);
    const [theirs] = await db().select().from(disputes).where(eq(disputes.id, elsewhere));
    expect(theirs?.lookDueAt).toEqual(noon);
  });

  test("brings its movements where the provider lists none", async () => {
    const { account } = await open();
    await lookFor(account, "payment", ["ch_1"]);
    await lookFor(account, "dispute", ["du_1"]);
    const told: string[] = [];
    const { ask } = scriptedReader({
      movementsOfPayment: async (_, id) => {
        told.push(id);
        return [{ movement: sale, object: null }];
      },
    });
    await lookAtAsked(account, ask, { isHistory: false, fresh: new Set(), since: noon });
    expect(told).toEqual(["ch_1"]);
    const own = eq(ledgerJournals.accountId, account.accountId);
    expect(await db().$count(ledgerJournals, own)).toBe(1);
    expect(await leftOf(account)).toEqual([]);
  });

  test("again by now is looked at, what is in a payout once it is itemised and read as a whole, and nothing once the time is up", async () => {
    const { ctx, account } = await open();
    const { provider, environment, accountId, merchantId } = account;
    const place = { merchantId, provider, environment, accountId };
    const row = { ...place, amount: 900, currency: "EUR", lookDueAt: noon };
    const [dispute, payout] = [newId("dsp"), newId("pot")];
    await db()
      .insert(disputes)
      .values({
        ...row,
        id: dispute,
        disputeId: "du_1",
        status: "needs_response",
        providerStatus: "needs_response",
        openedAt: noon,
        updatedAt: noon,
      });
    await db()
      .insert(payouts)
      .values({
        ...row,
        id: payout,
        payoutId: "po_1",
        status: "in_transit",
        providerStatus: "in_transit",
        isAutomatic: true,
        createdAt: noon,
        arrivesAt: noon,
        updatedAt: noon,
      });
    const dueNow = async () => {
      await db().update(disputes).set({ lookDueAt: noon }).where(eq(disputes.id, dispute));
      await db().update(payouts).set({ lookDueAt: noon }).where(eq(payouts.id, payout));
    };
    const told = async (type: string) =>
      db().$count(events, and(eq(events.merchantId, ctx.merchantId), eq(events.type, type)));
    const idle = scriptedReader({});
    await lookAtDue(account, idle.ask, () => true);
    expect(idle.asked).toEqual([]);
    // The provider has them no more: that is no reason to write anything.
    await lookAtDue(account, idle.ask, () => false);
    expect(idle.asked).toEqual(["dispute", "payout"]);
    const hurried = scriptedReader({});
    await lookAtDue(account, hurried.ask, () => hurried.asked.length > 0);
    expect(hurried.asked).toEqual(["dispute"]);
    const read = async (
      over: Partial<PayoutState>,
      unread: readonly { id: string; reason: string }[] = [],
    ) => {
      await dueNow();
      const { ask, asked } = scriptedReader({
        object: async (_, kind) =>
          kind === "dispute"
            ? { kind, state: { ...disputeState, status: "won", providerStatus: "won" } }
            : { kind: "payout", state: { ...payoutState, ...over } },
        payoutItems: async () => ({ items: [sale], unread, next: null }),
      });
      await lookAtDue(account, ask, () => false);
      const [now] = await db().select().from(payouts).where(eq(payouts.id, payout));
      return { asked, now };
    };
    const early = await read({});
    expect(early.asked).toEqual(["dispute", "payout"]);
    expect(early.now).toMatchObject({ status: "in_transit", itemsReadAt: null });
    expect(await told("payout.paid")).toBe(0);
    const [over] = await db().select().from(disputes).where(eq(disputes.id, dispute));
    expect(over).toMatchObject({ status: "won", lookDueAt: null });
    const paid = { status: "paid", providerStatus: "paid", isItemised: true } as const;
    const torn = await read(paid, [{ id: "txn_2", reason: "amount" }]);
    expect(torn.asked).toContain("payout-items");
    expect(torn.now).toMatchObject({ status: "paid", itemsReadAt: null });
    expect(torn.now?.lookDueAt?.getTime()).toBeGreaterThan(Date.now());
    await read(paid);
    const again = await read(paid);
    // What may come back is looked at until it cannot any more.
    expect(again.now?.lookDueAt?.getTime()).toBeGreaterThan(Date.now());
    await db().update(payouts).set({ itemsReadAt: null }).where(eq(payouts.id, payout));
    const whole = await read({ ...paid, isFinal: true });
    expect(whole.now).toMatchObject({ lookDueAt: null, itemsReadAt: expect.any(Date) });
    expect(await db().$count(payoutItems, eq(payoutItems.payoutId, payout))).toBe(1);
    expect((await read({ ...paid, isFinal: true })).asked).not.toContain("payout-items");
    await read({ status: "failed", providerStatus: "failed", isFinal: true });
    expect([await told("payout.paid"), await told("payout.failed")]).toEqual([1, 1]);
  });
});
