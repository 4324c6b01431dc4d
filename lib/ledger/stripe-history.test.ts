import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import Stripe from "stripe";
import { afterAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import { balanceTransaction, toMovement } from "#lib/providers/stripe/movement.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import type { EntryAccount } from "./accounts.ts";
import type { Book } from "./book.ts";
import { bookMovements } from "./book-movements.ts";
import { readBalances } from "./read-balances.ts";

const scenes: StripeScene[] = [];
afterAll(async () => {
  for (const { shop } of scenes) await shop.stop();
});

async function open(): Promise<StripeScene & { book: Book }> {
  const scene = await startStripeScene(stripe);
  scenes.push(scene);
  const { ctx, account } = scene.shop;
  const { merchantId } = ctx;
  const accountId = account.externalId;
  return {
    ...scene,
    book: { merchantId, book: "merchant", provider: "stripe", environment: "sandbox", accountId },
  };
}

async function listMovements({ client, options }: StripeScene): Promise<Movement[]> {
  const movements: Movement[] = [];
  const pages = client.balanceTransactions.list({ limit: 100, expand: ["data.source"] }, options);
  for await (const transaction of pages) movements.push(toMovement(balanceTransaction.parse(transaction)));
  return movements;
}

const write = (book: Book, movements: readonly Movement[]) =>
  db().transaction((tx) => bookMovements(tx, book, movements));

/** What the provider holds by its own word, in the form of ours. */
async function balancesAtStripe({ client, options }: StripeScene) {
  const { pending, available } = await client.balance.retrieve({}, options);
  const amountIn = (list: Stripe.Balance.Pending[], currency: string) =>
    list.find((one) => one.currency === currency)?.amount ?? 0;
  const currencies = [...new Set([...pending, ...available].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency: currency.toUpperCase(),
    pending: amountIn(pending, currency),
    available: amountIn(available, currency),
  }));
}

async function sumEntries({ merchantId }: Book, account: EntryAccount): Promise<number> {
  const [row] = await db()
    .select({ total: sql<number>`coalesce(sum(${ledgerEntries.amount}), 0)`.mapWith(Number) })
    .from(ledgerEntries)
    .innerJoin(ledgerJournals, eq(ledgerJournals.id, ledgerEntries.journalId))
    .where(and(eq(ledgerEntries.merchantId, merchantId), eq(ledgerEntries.account, account)));
  return row?.total ?? 0;
}

const hasMoney = ({ pending, available }: { pending: number; available: number }) =>
  pending !== 0 || available !== 0;

/** What Stripe refuses is part of a history; anything else is a fault. */
function orStripes(error: unknown): void {
  const isRefusal = error instanceof Stripe.errors.StripeError && (error.statusCode ?? 500) < 500;
  if (!isRefusal) throw error;
}

const cards = ["pm_card_visa", "pm_card_visa", "pm_card_refundFail", "pm_card_createDispute"] as const;
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        what: fc.constant("charge" as const),
        amount: fc.integer({ min: 50, max: 90_000 }),
        card: fc.constantFrom(...cards),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant("refund" as const),
        which: fc.nat(20),
        isFeeReturned: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant("days" as const), days: fc.integer({ min: 1, max: 9 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constantFrom("decide-dispute", "end-refund", "pay-out", "fail-payout"),
      }),
    },
  ),
  { minLength: 6, maxLength: 18 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

async function take({ client, options, charge, command }: StripeScene, step: Step): Promise<unknown> {
  if (step.what === "charge") {
    const fee = Math.floor(step.amount * 0.04);
    return charge({ amount: step.amount, payment_method: step.card, application_fee_amount: fee }).catch(
      orStripes,
    );
  }
  if (step.what === "days") return command("move-clock", { days: step.days });
  if (step.what !== "refund") return command(step.what);
  const { data } = await client.charges.list({ limit: 100 }, options);
  const chosen = data[step.which % Math.max(1, data.length)];
  const refunded = {
    charge: chosen?.id ?? "ch_none",
    amount: Math.max(1, Math.ceil((chosen?.amount ?? 0) / 3)),
    ...(step.isFeeReturned && chosen?.application_fee ? { refund_application_fee: true } : {}),
  };
  return client.refunds.create(refunded, options).catch(orStripes);
}

test("after a random history the ledger has Stripe's balance, pending and available, in whatever order it was told", async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.constantFrom("floor", "half_up"),
      fc.constantFrom("adjustment", "refund"),
      async (history, feeRefundRounding, feeRefundAs) => {
        const scene = await open();
        await scene.command("change-terms", { feeRefundRounding, feeRefundAs });
        for (const step of history) await take(scene, step);
        const end = new Date(Date.now() + 200 * 86_400_000);
        await scene.command("move-clock", { to: end.toISOString(), stop: true });
        // Something that is pending still.
        await scene.charge({ amount: 4_200 });
        const movements = await listMovements(scene);
        for (let start = movements.length; start > 0; start -= 5) {
          await write(scene.book, movements.slice(Math.max(0, start - 8), start));
        }
        const ours = await readBalances(scene.book, end);
        expect(ours.filter(hasMoney)).toEqual((await balancesAtStripe(scene)).filter(hasMoney));
        expect(await sumEntries(scene.book, "suspense")).toBe(0);
        expect(await sumEntries(scene.book, "platform_fees")).toBeGreaterThanOrEqual(0);
        const differences = await db()
          .select()
          .from(ledgerDifferences)
          .where(eq(ledgerDifferences.merchantId, scene.book.merchantId));
        expect(differences).toEqual([]);
      },
    ),
    { numRuns: 4, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);

test("a movement of a type that nobody knows is in the balance, in suspense, and a question", async () => {
  const scene = await open();
  const { book } = scene;
  await scene.command("book-transaction", {
    type: "moon_tax",
    category: "moon_tax",
    amount: -700,
    currency: "eur",
  });
  await write(book, await listMovements(scene));
  expect(await sumEntries(book, "suspense")).toBe(700);
  const ours = await readBalances(book, new Date(Date.now() + 3_600_000));
  expect(ours.filter(hasMoney)).toEqual((await balancesAtStripe(scene)).filter(hasMoney));
  const [question] = await db()
    .select({ code: ledgerDifferences.code })
    .from(ledgerDifferences)
    .where(eq(ledgerDifferences.merchantId, book.merchantId));
  expect(question?.code).toBe("movement_unknown");
});
