import type { PaymentParams } from "#lib/failures/payment-messages.ts";

const kept = "{kept, select, null {} other { The app keeps its own fee of {kept}.}}";
const waits =
  "{waits, select, true { The balance does not cover this now: the app may make the refund wait until it does.} other {}}";

/** Payments that are taken here, and what is given back. */
export const paymentWords: Record<keyof PaymentParams, string> = {
  charge_not_made:
    "Nothing was taken{said, select, null {: the request did not reach the app.} other {. {said}}} The same request may be sent again, with the same Idempotency-Key.",
  refund_not_made:
    "Nothing was refunded{said, select, null {: the request did not reach the app.} other {. {said}}} The same request may be sent again, with the same Idempotency-Key.",
  platform_fee_none:
    "The platform takes no fee of payments by {app}: that needs an agreement with {app} as a partner.",
  payment_asked: "Done.",
  problem_idempotency_key_needed:
    "Send an Idempotency-Key: one for each payment or refund, and the same at each repetition. It keeps the payment or refund from happening twice.",
  problem_payment_key_reused:
    "This Idempotency-Key was used for another payment or refund. Use a new one for each.",
  problem_charge_not_paid: "This payment has not succeeded, so there is nothing to refund.",
  problem_charge_at_other_account:
    "This payment was made in an account of {app} that is not connected any more. Connect it again.",
  problem_refund_too_much: "Of this payment only {left} is left to refund.",
  problem_refunded_in_full:
    "All of this payment was refunded, or is being refunded. Nothing is left to refund.",
  problem_charge_disputed:
    "The guest disputes this payment with their bank, so it cannot be refunded as well. Answer the dispute.",
  problem_charge_over: `{status, select,
    succeeded {This payment has succeeded. Refund it instead.}
    failed {This payment has failed already.}
    other {This payment has ended already.}
  }`,
  problem_charge_unclear:
    "The state of this payment is not known yet: Patchbay is looking it up. Try again in a minute.",
  field_takes_no_payments: "is a connection to {app}, which takes no payments here",
  field_mode_not_taken: "is not how {app} takes payments",
  refund_told: `The guest gets {guest}. The merchant pays {merchant} of it, and the platform refunds about {platform} of its fee.${kept}${waits}`,
  refund_told_without_fee: `The guest gets {guest}, which the merchant pays.${kept}${waits}`,
};
