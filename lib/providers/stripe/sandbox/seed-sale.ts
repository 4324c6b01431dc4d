import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import {
  type ChargeDocument,
  type FeeDocument,
  newId,
  type PaymentDocument,
  type RefundDocument,
} from "./documents.ts";
import type { FeeRefundDocument } from "./fees/fee-refund.ts";
import { platformCurrency } from "./ledger/book.ts";
import { computeFees } from "./ledger/book-charge.ts";
import { createTransaction, listLabels, type TransactionDocument } from "./ledger/transaction.ts";
import { convert } from "./money.ts";
import { chargeLabels, feeLabels, paymentLabels, refundLabels } from "./save.ts";

/** As the sandbox's app is called. */
const platform = "sandbox-stripe";

export type Sale = { name: string; seconds: number; amount: number; what: string; refunded?: number };

/** A sale of the past, as it stands in an account from the start. */
export function drawSale({
  name,
  seconds: created,
  amount,
  what,
  refunded = 0,
}: Sale): SandboxAccountSeed["objects"] {
  // The platform looks for a fee in all accounts at once, so it is called otherwise in each.
  const ids = { payment: `pi_${name}`, charge: `ch_${name}`, fee: newId("fee"), refund: `re_${name}` };
  const feeAmount = Math.round(amount * 0.03);
  const feeBack = Math.round((feeAmount * refunded) / amount);
  const moved = drawMoves({ ids, created, amount, what, feeAmount, feeBack, refunded });
  const common = { amount, currency: "eur", created };
  const details = {
    description: what,
    paymentMethod: "pm_card_visa",
    feeAmount,
    failure: null,
    metadata: {},
    customer: null,
  };
  const payment = {
    ...common,
    ...details,
    id: ids.payment,
    status: "succeeded",
    latestCharge: ids.charge,
    futureUsage: null,
    actionUrl: null,
  } satisfies PaymentDocument;
  const charge = {
    ...common,
    ...details,
    id: ids.charge,
    payment: ids.payment,
    amountRefunded: refunded,
    status: "succeeded",
    brand: "visa",
    last4: "4242",
    fee: ids.fee,
    isDisputed: false,
    transaction: moved.charge.id,
  } satisfies ChargeDocument;
  const fee = {
    ...common,
    id: ids.fee,
    charge: ids.charge,
    amount: feeAmount,
    amountRefunded: feeBack,
    transaction: moved.fee.id,
  } satisfies FeeDocument;
  const refund = {
    ...common,
    id: ids.refund,
    charge: ids.charge,
    payment: ids.payment,
    amount: refunded,
    reason: "requested_by_customer",
    metadata: {},
    status: "succeeded",
    pendingReason: null,
    failureReason: null,
    transaction: moved.refund.id,
    failureTransaction: null,
  } satisfies RefundDocument;
  const feeRefund = {
    id: moved.feeRefundId,
    amount: feeBack,
    balance_transaction: moved.feePaidBack.id,
    created,
    currency: "eur",
    fee: ids.fee,
    metadata: {},
  } satisfies FeeRefundDocument;
  const place = (labels: readonly string[]) => ({ at: created, labels });
  const transaction = (data: TransactionDocument) => ({
    kind: "balance_transaction",
    id: data.id,
    data,
    place: place(listLabels(data)),
  });
  const atPlatform = (data: TransactionDocument) => ({
    kind: "platform_transaction",
    id: data.id,
    data,
    place: place([data.id, ...listLabels(data)]),
  });
  const sale = [
    { kind: "payment_intent", id: payment.id, data: payment, place: place(paymentLabels(payment)) },
    { kind: "charge", id: charge.id, data: charge, place: place(chargeLabels(charge)) },
    transaction(moved.charge),
    { kind: "application_fee", id: fee.id, data: fee, place: place(feeLabels(fee)) },
    atPlatform(moved.fee),
  ];
  if (refunded === 0) return sale;
  return [
    ...sale,
    { kind: "refund", id: refund.id, data: refund, place: place(refundLabels(refund)) },
    transaction(moved.refund),
    {
      kind: "fee_refund",
      id: feeRefund.id,
      data: feeRefund,
      place: place([feeRefund.id, `fee:${ids.fee}`]),
    },
    transaction(moved.feeGotBack),
    atPlatform(moved.feePaidBack),
  ];
}

type Moves = {
  ids: { charge: string; fee: string; refund: string };
  created: number;
  amount: number;
  what: string;
  feeAmount: number;
  feeBack: number;
  refunded: number;
};

/** What moved in both balances. It has been available for long. */
function drawMoves({ ids, created, amount, what, feeAmount, feeBack, refunded }: Moves) {
  const own = { created, availableOn: created, currency: "eur" };
  const feeRefundId = newId("fr");
  const adjusted = { type: "adjustment", category: "fee", description: "Application fee refund" };
  const charged = { feeAmount, currency: "eur" };
  const fees = computeFees({ currency: "eur" }, {}, platform, charged, { amount, currency: "eur" });
  const charge = { type: "charge", category: "charge", source: ids.charge, description: what };
  const refund = { type: "refund", category: "refund", source: ids.refund, description: "REFUND FOR CHARGE" };
  const earned = { type: "application_fee", category: "platform_earning", source: ids.fee };
  const paid = { type: "application_fee_refund", category: "platform_earning_refund", source: feeRefundId };
  const inDollars = (cents: number) => {
    const { amount: dollars, rate } = convert(cents, "eur", platformCurrency);
    return { amount: dollars, rate, created, availableOn: created, currency: platformCurrency };
  };
  return {
    feeRefundId,
    charge: createTransaction({ ...own, ...charge, amount, fees }),
    fee: createTransaction({ ...earned, ...inDollars(feeAmount) }),
    refund: createTransaction({ ...own, ...refund, amount: -refunded }),
    feeGotBack: createTransaction({ ...own, ...adjusted, amount: feeBack, source: feeRefundId }),
    feePaidBack: createTransaction({ ...paid, ...inDollars(-feeBack) }),
  };
}
