import { lookUp } from "#lib/look-up.ts";
import { toLabel } from "#lib/to-label.ts";
import { paymentsDisputes as t } from "#lib/words/en/screens/payments-disputes.ts";

/** What a guest told their bank, by Stripe's categories: https://docs.stripe.com/disputes/categories */
const reasons = (): Readonly<Record<string, string>> => ({
  bank_cannot_process: t("reasons_bank_could_not_take"),
  check_returned: t("reasons_cheque_was_returned"),
  credit_not_processed: t("reasons_guest_says_that_refund"),
  customer_initiated: t("reasons_guest_took_payment_back"),
  debit_not_authorized: t("reasons_guest_says_that_they"),
  duplicate: t("reasons_guest_says_that_they_2"),
  fraudulent: t("reasons_cardholder_says_that_they"),
  general: t("reasons_bank_gave_no_particular"),
  incorrect_account_details: t("reasons_account_details_were_wrong"),
  insufficient_funds: t("reasons_there_was_not_enough"),
  noncompliant: t("reasons_bank_says_that_rules"),
  product_not_received: t("reasons_guest_says_that_they_3"),
  product_unacceptable: t("reasons_guest_says_that_something"),
  subscription_canceled: t("reasons_guest_says_that_they_4"),
  unrecognized: t("reasons_guest_does_not_recognise"),
});

/** Why a payment is disputed, in plain words. */
export function disputeReason(reason: string | null): string {
  if (reason === null) return t("dispute_reason_bank_gave_no_reason");
  return lookUp(reasons(), reason) ?? toLabel(reason);
}
