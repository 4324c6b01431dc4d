/** Why the ledger and the provider do not agree, or why a movement is not understood. */
export const differenceCodes = [
  /** The provider tells of a kind of movement that we do not know. */
  "movement_unknown",
  /** The parts of a movement do not come to what it says it comes to. */
  "movement_does_not_add_up",
  /** The provider says something else of a movement that is booked. */
  "movement_changed",
  /** The account's movements are booked for another merchant. */
  "account_of_another_merchant",
  /** The provider's balance is another than ours. */
  "balance_differs",
  /** We have booked what the provider does not know. */
  "movement_not_at_provider",
  /** The reading had passed a movement by; it is booked now. */
  "movement_missing",
  /** The provider tells of a movement, or of an object, in a form that we cannot read. */
  "movement_unreadable",
  /** What a payout is made of does not come to its amount. */
  "payout_differs",
  /** The platform's fee of a payment is another at the provider than the one that was decided. */
  "fee_differs",
  /** The platform's own list has another fee of a payment than the one that was decided, or more of it went back. */
  "platform_fee_differs",
  /** A payment was to bear a fee, and the provider knows of none. */
  "fee_missing",
  /** The ledger of a closed day is not what it was when the day was closed. */
  "seal_broken",
] as const;

export type DifferenceCode = (typeof differenceCodes)[number];
