import type { AccountDocument } from "../account-document.ts";
import type { Card } from "../cards.ts";
import type { ChargeDocument, FeeDocument } from "../documents.ts";
import { convert } from "../money.ts";
import { chooseSettlementCurrency, computeStripeFee, type Terms } from "../terms.ts";
import type { Work } from "../work.ts";
import { book, bookAtPlatform, platformCurrency } from "./book.ts";
import type { FeeDetail } from "./transaction.ts";

/** An amount in the currency in which the account gets it. */
export function settle(
  { document, terms }: { document: Pick<AccountDocument, "currency" | "terms">; terms: Terms },
  amount: number,
  currency: string,
): { amount: number; currency: string; rate: number | null } {
  const own = chooseSettlementCurrency(currency, document);
  return { ...convert(amount, currency, own, terms.rates), currency: own };
}

/** What a charge brings: the amount, less Stripe's fee, tax on it, and the application fee. */
export async function bookCharge(
  work: Work,
  charge: ChargeDocument,
  { isAvailableAtOnce }: Pick<Card, "isAvailableAtOnce">,
): Promise<string> {
  const { amount, currency, rate } = settle(work, charge.amount, charge.currency);
  const { id } = await book(work, {
    amount,
    currency,
    rate,
    type: "charge",
    category: "charge",
    source: charge.id,
    description: charge.description,
    fees: computeFees(work.document, work.terms, work.application, charge, { amount, currency }),
    available: isAvailableAtOnce ? "now" : "later",
  });
  return id;
}

/** https://docs.stripe.com/api/balance_transactions/object#balance_transaction_object-fee_details */
export function computeFees(
  document: Pick<AccountDocument, "currency" | "terms">,
  terms: Terms,
  application: string,
  charge: Pick<ChargeDocument, "feeAmount" | "currency">,
  { amount, currency }: { amount: number; currency: string },
): FeeDetail[] {
  const { fee, tax } = computeStripeFee(amount, currency, terms);
  const detail = { application: null, currency };
  return [
    {
      ...detail,
      amount: settle({ document, terms }, charge.feeAmount ?? 0, charge.currency).amount,
      application,
      description: "Application fee",
      type: "application_fee",
    },
    { ...detail, amount: fee, description: "Stripe processing fees", type: "stripe_fee" },
    { ...detail, amount: tax, description: "Tax on Stripe processing fees", type: "tax" },
  ];
}

/** What the platform gets of a charge, in its own currency. */
export async function bookFee(work: Work, fee: FeeDocument): Promise<string> {
  const { amount, rate } = convert(fee.amount, fee.currency, platformCurrency, work.terms.rates);
  const { id } = await bookAtPlatform(work, {
    amount,
    rate,
    currency: platformCurrency,
    type: "application_fee",
    category: "platform_earning",
    source: fee.id,
    description: "Application fee",
    available: "later",
  });
  return id;
}
