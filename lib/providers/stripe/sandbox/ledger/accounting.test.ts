import fc from "fast-check";
import Stripe from "stripe";
import { afterAll, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { stripe } from "../../provider.ts";
import { commands } from "../commands.ts";

const started: ProviderTest[] = [];
afterAll(async () => {
  for (const one of started) await one.stop();
});

const currencies = ["eur", "jpy", "kwd"] as const;
const cards = [
  "pm_card_visa",
  "pm_card_visa",
  "pm_card_bypassPending",
  "pm_card_refundFail",
  "pm_card_pendingRefund",
  "pm_card_createDispute",
  "pm_card_createDisputeInquiry",
  "pm_card_visa_chargeDeclined",
];
const oneStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("charge" as const),
      tens: fc.integer({ min: 10, max: 900_000 }),
      currency: fc.constantFrom(...currencies),
      card: fc.constantFrom(...cards),
      basisPoints: fc.integer({ min: 200, max: 500 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("refund" as const),
      which: fc.nat(40),
      share: fc.integer({ min: 1, max: 100 }),
      isFeeReturned: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("command" as const),
      command: fc.constantFrom(
        "decide-dispute",
        "dispute-newest-charge",
        "fail-payout",
        "end-refund",
        "pay-out",
      ),
      input: fc.constant({}),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("command" as const),
      command: fc.constant("decide-dispute"),
      input: fc.constantFrom({ outcome: "lost" }, { outcome: "escalated" }, { outcome: "warning_closed" }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("command" as const),
      command: fc.constant("move-clock"),
      input: fc.record({ seconds: fc.integer({ min: 60, max: 9 * 86_400 }) }),
    }),
  },
);
const steps = fc.array(oneStep, { minLength: 8, maxLength: 30 });
const terms = fc.record({
  settles: fc.subarray([...currencies]),
  feeRefundRounding: fc.constantFrom("floor", "half_up"),
  feeRefundAs: fc.constantFrom("adjustment", "refund"),
  refundsNeedBalance: fc.boolean(),
  taxBasisPoints: fc.constantFrom(0, 2_100),
});
type Step = typeof oneStep extends fc.Arbitrary<infer One> ? One : never;

async function open() {
  const shop = await startProviderTest(stripe, {
    also: async () => new Response(),
    settings: ({ externalId }) => ({ accountId: externalId }),
  });
  started.push(shop);
  const client = new Stripe(shop.context.app.clientSecret, {
    httpClient: Stripe.createFetchHttpClient(shop.call().fetch),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  return { shop, client, options: { stripeAccount: shop.account.externalId } };
}
type Scene = Awaited<ReturnType<typeof open>>;

async function take({ shop, client, options }: Scene, step: Step): Promise<void> {
  if (step.what === "command") {
    await commands[step.command]?.run(shop.context, step.input);
    return;
  }
  if (step.what === "charge") {
    const amount = Math.max(step.tens * 10, 500);
    const fee = Math.floor((amount * step.basisPoints) / 100_000) * 10;
    await client.paymentIntents
      .create(
        {
          amount,
          currency: step.currency,
          confirm: true,
          payment_method: step.card,
          ...(fee > 0 ? { application_fee_amount: fee } : {}),
        },
        options,
      )
      .catch(orStripes);
    return;
  }
  const { data } = await client.charges.list({ limit: 100 }, options);
  const charge = data[step.which % Math.max(1, data.length)];
  const left = charge ? charge.amount - charge.amount_refunded : 0;
  const amount = Math.max(10, Math.floor((left * step.share) / 1_000) * 10);
  await client.refunds
    .create(
      {
        charge: charge?.id ?? "ch_none",
        amount,
        ...(step.isFeeReturned && charge?.application_fee ? { refund_application_fee: true } : {}),
      },
      options,
    )
    .catch(orStripes);
}

/** What Stripe refuses is part of a history; anything else is a fault. */
function orStripes(error: unknown): void {
  const isRefusal = error instanceof Stripe.errors.StripeError && (error.statusCode ?? 500) < 500;
  if (!isRefusal) throw error;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const getId = (value: string | { id: string } | null) =>
  typeof value === "object" ? (value?.id ?? null) : value;

test("whatever happens: the balance is the sum of its transactions, a payout of its items, and fees add up", async () => {
  await fc.assert(
    fc.asyncProperty(steps, terms, async (history, agreed) => {
      const scene = await open();
      const { shop, client, options } = scene;
      await commands["change-terms"]?.run(shop.context, agreed);
      await commands["move-clock"]?.run(shop.context, { to: "2026-01-05T09:30:00Z", stop: true });
      // The charges from before the sandbox's clock was set are paid out first.
      await commands["pay-out"]?.run(shop.context);
      for (const step of history) await take(scene, step);
      await holdTo(client, options, shop);
    }),
    { numRuns: 12, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);

async function holdTo(client: Stripe, options: Stripe.RequestOptions, shop: ProviderTest): Promise<void> {
  const all: Stripe.BalanceTransaction[] = [];
  for await (const one of client.balanceTransactions.list({ limit: 100 }, options)) all.push(one);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const one of all) {
    expect(one.net).toBe(one.amount - one.fee);
    expect(sum(one.fee_details.map(({ amount }) => amount))).toBe(one.fee);
    for (const part of [one.amount, one.net, ...one.fee_details.map(({ amount }) => amount)]) {
      expect(Math.abs(part % (one.currency === "kwd" ? 10 : 1))).toBe(0);
    }
  }
  const balance = await client.balance.retrieve({}, options);
  for (const { currency, amount } of balance.available) {
    const own = all.filter((one) => one.currency === currency);
    expect(sum(own.flatMap(({ status, net }) => (status === "available" ? [net] : [])))).toBe(amount);
    const pending = balance.pending.find((one) => one.currency === currency)?.amount;
    expect(sum(own.flatMap(({ status, net }) => (status === "pending" ? [net] : [])))).toBe(pending);
  }
  for await (const payout of client.payouts.list({ limit: 100 }, options)) {
    const items: Stripe.BalanceTransaction[] = [];
    for await (const item of client.balanceTransactions.list({ payout: payout.id, limit: 100 }, options))
      items.push(item);
    const own = items.filter(({ id }) => id === payout.balance_transaction);
    expect(own.map(({ net }) => net)).toEqual([-payout.amount]);
    expect(sum(items.filter((item) => !own.includes(item)).map(({ net }) => net))).toBe(payout.amount);
    expect(payout.failure_balance_transaction !== null).toBe(payout.status === "failed");
  }
  await holdChargesTo(client, options, all);
  await holdFeesTo(client, shop, all);
}

async function holdChargesTo(
  client: Stripe,
  options: Stripe.RequestOptions,
  all: readonly Stripe.BalanceTransaction[],
): Promise<void> {
  const refunds: Stripe.Refund[] = [];
  for await (const refund of client.refunds.list({ limit: 100 }, options)) refunds.push(refund);
  for await (const charge of client.charges.list({ limit: 100 }, options)) {
    const good = refunds.filter(
      (one) => one.charge === charge.id && !["failed", "canceled"].includes(one.status ?? ""),
    );
    expect(sum(good.map(({ amount }) => amount))).toBe(charge.amount_refunded);
    expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount);
    expect(charge.balance_transaction === null).toBe(charge.status === "failed");
  }
  for (const refund of refunds) {
    const own = all.filter(({ source }) => getId(source) === refund.id);
    const isOver = refund.status === "failed" || refund.status === "canceled";
    if (isOver) expect(sum(own.map(({ amount }) => amount))).toBe(0);
    else if (refund.balance_transaction !== null) expect(own).toHaveLength(1);
  }
}

/** What the platform has given back is what the account has got, and never more than the fee. */
async function holdFeesTo(
  client: Stripe,
  shop: ProviderTest,
  all: readonly Stripe.BalanceTransaction[],
): Promise<void> {
  const fees: Stripe.ApplicationFee[] = [];
  for await (const fee of client.applicationFees.list({ limit: 100 }))
    if (fee.account === shop.account.externalId) fees.push(fee);
  for (const fee of fees) {
    const back: Stripe.FeeRefund[] = [];
    for await (const one of client.applicationFees.listRefunds(fee.id, { limit: 100 })) back.push(one);
    expect(sum(back.map(({ amount }) => amount))).toBe(fee.amount_refunded);
    expect(fee.amount_refunded).toBeLessThanOrEqual(fee.amount);
  }
  const settled = (currency: string) => all.filter((one) => one.currency === currency);
  const isOwnCurrency = (currency: string) =>
    fees.every((fee) => fee.currency !== currency || settled(currency).length > 0);
  for (const currency of new Set(all.map((one) => one.currency))) {
    const others = all.some((one) => one.exchange_rate !== null && one.currency === currency);
    // Where what was charged in another currency is converted into this one, the sums cannot be told apart.
    if (others || !isOwnCurrency(currency)) continue;
    const taken = sum(
      settled(currency).flatMap(({ fee_details }) =>
        fee_details.flatMap(({ type, amount }) => (type === "application_fee" ? [amount] : [])),
      ),
    );
    const returned = sum(
      settled(currency).flatMap((one) => (one.reporting_category === "fee" ? [one.amount] : [])),
    );
    const own = fees.filter((fee) => fee.currency === currency);
    expect(taken - returned).toBe(sum(own.map(({ amount, amount_refunded }) => amount - amount_refunded)));
  }
}
