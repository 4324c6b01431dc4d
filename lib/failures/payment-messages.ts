type None = Record<never, never>;

/** What is said of payments that are taken here, and of what is given back. */
export type PaymentParams = {
  /** The app surely did nothing, and may be asked again under the same key. @param said why; null = it did not arrive */
  charge_not_made: { said: string | null };
  refund_not_made: { said: string | null };
  /** Why no fee of the platform's is in a payment. */
  platform_fee_none: { app: string };
  /** What the log of an integration's calls says. */
  payment_asked: None;
  problem_idempotency_key_needed: None;
  problem_payment_key_reused: None;
  problem_charge_not_paid: None;
  problem_charge_at_other_account: { app: string };
  problem_refund_too_much: { left: string };
  problem_refunded_in_full: None;
  problem_charge_disputed: None;
  problem_charge_over: { status: "succeeded" | "failed" | "ended" };
  problem_charge_unclear: None;
  field_takes_no_payments: { app: string };
  field_mode_not_taken: { app: string };
  /** Who gets and who bears what, before a refund. Amounts; null = nobody knows yet. */
  refund_told: { guest: string; merchant: string; platform: string; kept: string | null; waits: boolean };
  /** No fee of the platform's is in it. */
  refund_told_without_fee: { guest: string; kept: string | null; waits: boolean };
};
