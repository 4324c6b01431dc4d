import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Movement, MovementFee, MovementKind } from "../contract/movement.ts";
import type { Books } from "../contract/payments.ts";
import { hint, hintedNumber, id, list, text, whole } from "../kit/lenient.ts";

const feeDetail = z.looseObject({ amount: whole, type: text });

/** https://docs.stripe.com/api/balance_transactions/object, listed with `expand: ["data.source"]`. */
export const balanceTransaction = z.looseObject({
  id,
  amount: whole,
  fee: whole,
  net: whole,
  fee_details: list,
  currency: text.pipe(z.string().length(3)),
  created: whole,
  available_on: whole,
  exchange_rate: hintedNumber,
  reporting_category: hint,
  type: text,
  source: z.unknown(),
});
type BalanceTransaction = z.output<typeof balanceTransaction>;

/** https://docs.stripe.com/reports/reporting-categories */
const byCategory: Readonly<Record<string, MovementKind>> = {
  charge: "payment",
  charge_failure: "payment",
  partial_capture_reversal: "payment",
  refund: "refund",
  refund_failure: "refund",
  dispute: "dispute",
  dispute_reversal: "dispute",
  payout: "payout",
  payout_reversal: "payout",
  topup: "top_up",
  topup_reversal: "top_up",
  fee: "provider_fee",
  network_cost: "provider_fee",
  tax: "tax",
  platform_earning: "platform_fee",
  platform_earning_refund: "platform_fee",
  transfer: "transfer",
  transfer_reversal: "transfer",
  connect_collection_transfer: "transfer",
  risk_reserved_funds: "reserve",
  connect_reserved_funds: "reserve",
  payment_network_reserved_funds: "reserve",
  minimum_balance_hold: "reserve",
  other_adjustment: "adjustment",
};

/** Where the category is missing, or newer than we are. https://docs.stripe.com/reports/balance-transaction-types */
const byType: Readonly<Record<string, MovementKind>> = {
  charge: "payment",
  payment: "payment",
  payment_reversal: "payment",
  payment_failure_refund: "payment",
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refund",
  payout: "payout",
  payout_cancel: "payout",
  payout_failure: "payout",
  topup: "top_up",
  topup_reversal: "top_up",
  stripe_fee: "provider_fee",
  stripe_fx_fee: "provider_fee",
  tax_fee: "tax",
  application_fee: "platform_fee",
  application_fee_refund: "platform_fee",
  transfer: "transfer",
  transfer_cancel: "transfer",
  transfer_failure: "transfer",
  transfer_refund: "transfer",
  reserve_hold: "reserve",
  reserve_release: "reserve",
  reserve_transaction: "reserve",
  reserved_funds: "reserve",
  payment_network_reserve_hold: "reserve",
  payment_network_reserve_release: "reserve",
  payout_minimum_balance_hold: "reserve",
  payout_minimum_balance_release: "reserve",
};

const feeKinds: Readonly<Record<string, MovementFee["kind"]>> = {
  application_fee: "platform",
  stripe_fee: "provider",
  payment_method_passthrough_fee: "provider",
  tax: "tax",
  withheld_tax: "tax",
};

/** What Stripe says moved, in the words of any provider. What it says in words that we do not know stays `unknown`. */
export function toMovement(transaction: BalanceTransaction): Movement {
  const { id, amount, fee, net, currency, type, reporting_category: category } = transaction;
  const source = readSource(transaction.source);
  return {
    id,
    kind: toKind(type, category, source.objectId),
    providerKind: category ? `${type}/${category}` : type,
    currency: currency.toUpperCase(),
    amount,
    fee,
    net,
    fees: transaction.fee_details.map(toFee),
    ...source,
    at: new Date(transaction.created * 1_000),
    availableAt: new Date(transaction.available_on * 1_000),
    exchangeRate: transaction.exchange_rate?.toString() ?? null,
  };
}

function toKind(type: string, category: string | undefined, objectId: string | null): MovementKind {
  const kind = lookUp(byCategory, category ?? "") ?? lookUp(byType, type) ?? "unknown";
  // A fee of the platform's that is given back has the category of Stripe's own fees, and says by its source what it is.
  return kind === "provider_fee" && objectId?.startsWith("fr_") ? "platform_fee" : kind;
}

/** The same by what is kept of a transaction. */
export const understand: NonNullable<Books["understand"]> = ({ providerKind, objectId, feeKinds: told }) => {
  const [type = "", category] = providerKind.split("/");
  const kinds = told.map((fee) => lookUp(feeKinds, fee) ?? "unknown");
  return { kind: toKind(type, category, objectId), feeKinds: kinds };
};

/** A detail that cannot be read has no amount, so that the fee does not add up, and somebody is told. */
function toFee(detail: unknown): MovementFee {
  const read = feeDetail.safeParse(detail);
  if (!read.success) return { kind: "unknown", providerKind: "unreadable", amount: 0 };
  const { type, amount } = read.data;
  return { kind: lookUp(feeKinds, type) ?? "unknown", providerKind: type, amount };
}

const objectId = z.string().min(1).max(255);
const chargeId = objectId.regex(/^(ch|py)_/);
const expanded = z.looseObject({
  id: objectId,
  charge: z.union([chargeId, z.looseObject({ id: chargeId })]),
});

/** The object that caused it, and the charge that this is about: itself, or a refund's or dispute's. */
function readSource(source: unknown): Pick<Movement, "objectId" | "paymentId"> {
  const own = objectId.safeParse(source).data ?? z.looseObject({ id: objectId }).safeParse(source).data?.id;
  if (own === undefined) return { objectId: null, paymentId: null };
  if (chargeId.safeParse(own).success) return { objectId: own, paymentId: own };
  const about = expanded.safeParse(source).data?.charge;
  const paymentId = typeof about === "string" ? about : (about?.id ?? null);
  return { objectId: own, paymentId };
}
