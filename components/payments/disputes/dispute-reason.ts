import { labelOf } from "#lib/label-of.ts";
import { lookUp } from "#lib/look-up.ts";

/** What a guest told their bank, by Stripe's categories: https://docs.stripe.com/disputes/categories */
const reasons: Readonly<Record<string, string>> = {
  bank_cannot_process: "The bank could not take the payment",
  check_returned: "The cheque was returned",
  credit_not_processed: "The guest says that a refund was promised and did not come",
  customer_initiated: "The guest took the payment back",
  debit_not_authorized: "The guest says that they did not allow the payment",
  duplicate: "The guest says that they were charged twice",
  fraudulent: "The cardholder says that they did not make this payment",
  general: "The bank gave no particular reason",
  incorrect_account_details: "The account details were wrong",
  insufficient_funds: "There was not enough money in the guest’s account",
  noncompliant: "The bank says that rules of the card network were broken",
  product_not_received: "The guest says that they did not get what they paid for",
  product_unacceptable: "The guest says that something was wrong with what they got",
  subscription_canceled: "The guest says that they had cancelled",
  unrecognized: "The guest does not recognise the payment",
};

/** Why a payment is disputed, in plain words. */
export function disputeReason(reason: string | null): string {
  if (reason === null) return "The bank gave no reason";
  return lookUp(reasons, reason) ?? labelOf(reason);
}
