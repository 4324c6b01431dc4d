/**
 * Money that moved in an account at a provider, as the provider tells of it: at Stripe a balance transaction
 * (https://docs.stripe.com/api/balance_transactions/object). Amounts are whole numbers of the smallest unit, above zero
 * what comes in; `net` is what the balance changes by.
 */
export interface Movement {
  /** The provider's id; the same movement has the same one forever. */
  id: string;
  kind: MovementKind;
  /** The provider's own word for it. */
  providerKind: string;
  /** ISO 4217, in capitals: the currency of the balance. */
  currency: string;
  amount: number;
  fee: number;
  net: number;
  fees: readonly MovementFee[];
  /** The payment that it is about in the end: of a refund, the charge. */
  paymentId: string | null;
  /** The object that caused it: charge, refund, dispute, payout. */
  objectId: string | null;
  at: Date;
  /** When the money can be paid out. */
  availableAt: Date;
  /** The rate at which the amount was exchanged, in the provider's words. */
  exchangeRate: string | null;
  /**
   * Of the platform's money: what was charged, or given back, in the currency of the payment and in whose account. It is
   * another amount than what the platform got, and is never added to it.
   */
  charged?: { amount: number; currency: string; accountId: string | null };
}

export interface MovementFee {
  kind: "platform" | "provider" | "tax" | "unknown";
  providerKind: string;
  amount: number;
}

/** `unknown`: the provider has come to know movements that we do not. They are booked all the same, and shown. */
export type MovementKind =
  | "payment"
  | "refund"
  | "dispute"
  | "payout"
  | "provider_fee"
  | "tax"
  | "platform_fee"
  | "transfer"
  | "top_up"
  | "reserve"
  | "adjustment"
  | "unknown";
