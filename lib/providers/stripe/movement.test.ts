import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { balanceTransaction, toMovement } from "./movement.ts";

/** A charge of $50.00 with the platform's $2.00, as Stripe lists it in the account. */
const sale = {
  id: "txn_1",
  object: "balance_transaction",
  amount: 5_000,
  available_on: 1_795_910_400,
  created: 1_795_737_600,
  currency: "usd",
  description: null,
  exchange_rate: null,
  fee: 375,
  fee_details: [
    { amount: 200, application: "ca_1", currency: "usd", description: null, type: "application_fee" },
    { amount: 175, application: null, currency: "usd", description: "Stripe fees", type: "stripe_fee" },
  ],
  net: 4_625,
  reporting_category: "charge",
  source: "ch_1",
  status: "pending",
  type: "charge",
};

const read = (over: Record<string, unknown>) => toMovement(balanceTransaction.parse({ ...sale, ...over }));

test("a charge is a payment with its fees apart", () => {
  expect(read({})).toEqual({
    id: "txn_1",
    kind: "payment",
    providerKind: "charge/charge",
    currency: "USD",
    amount: 5_000,
    fee: 375,
    net: 4_625,
    fees: [
      { kind: "platform", providerKind: "application_fee", amount: 200 },
      { kind: "provider", providerKind: "stripe_fee", amount: 175 },
    ],
    paymentId: "ch_1",
    objectId: "ch_1",
    at: new Date("2026-11-27T00:00:00Z"),
    availableAt: new Date("2026-11-29T00:00:00Z"),
    exchangeRate: null,
  });
});

describe("the kind", () => {
  test.each([
    ["adjustment", "dispute", "dispute"],
    ["adjustment", "dispute_reversal", "dispute"],
    ["adjustment", "refund_failure", "refund"],
    ["adjustment", "fee", "provider_fee"],
    ["payment_refund", "refund", "refund"],
    ["payout_failure", "payout_reversal", "payout"],
    ["reserved_funds", "risk_reserved_funds", "reserve"],
    ["payout", "a_category_of_next_year", "payout"],
    ["stripe_fee", null, "provider_fee"],
    ["a_type_of_next_year", "a_category_of_next_year", "unknown"],
    ["adjustment", undefined, "unknown"],
    ["constructor", "__proto__", "unknown"],
  ])("of %s in the category %s is %s", (type, category, kind) => {
    expect(read({ type, reporting_category: category }).kind).toBe(kind);
  });
});

test("a fee of the platform's that comes back is the platform's, not Stripe's", () => {
  const back = {
    type: "adjustment",
    reporting_category: "fee",
    source: { id: "fr_1", object: "fee_refund" },
  };
  expect(read(back).kind).toBe("platform_fee");
});

describe("what it is about", () => {
  test.each([
    [{ id: "re_1", object: "refund", charge: "ch_9" }, "re_1", "ch_9"],
    [{ id: "dp_1", object: "dispute", charge: { id: "ch_9" } }, "dp_1", "ch_9"],
    [{ id: "py_1", object: "charge" }, "py_1", "py_1"],
    ["po_1", "po_1", null],
    [null, null, null],
    [42, null, null],
    [{ id: 7 }, null, null],
  ])("%j", (source, objectId, paymentId) => {
    expect(read({ source })).toMatchObject({ objectId, paymentId });
  });
});

test("whatever Stripe says beside the amounts, they are read", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.array(fc.anything()), (source, category, details) => {
      const movement = read({ source, reporting_category: category, fee_details: details });
      expect([movement.amount, movement.net, movement.fees.length]).toEqual([5_000, 4_625, details.length]);
    }),
  );
});
