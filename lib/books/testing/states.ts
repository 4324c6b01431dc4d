import type { DisputeState, PayoutState } from "#lib/providers/contract/payments.ts";

export const noon = new Date("2026-10-02T12:00:00Z");
/** A dispute at a provider that waits for an answer. */
export const disputeState: DisputeState = {
  disputeId: "du_1",
  chargeId: null,
  amount: 5_000,
  currency: "EUR",
  reason: null,
  status: "needs_response",
  isInquiry: false,
  providerStatus: "needs_response",
  answerBy: null,
  evidenceUrl: null,
  openedAt: noon,
};
/** A payout on its way to the bank. */
export const payoutState: PayoutState = {
  payoutId: "po_1",
  amount: 900,
  currency: "EUR",
  status: "in_transit",
  providerStatus: "in_transit",
  isFinal: false,
  isAutomatic: true,
  isItemised: false,
  said: null,
  detail: null,
  createdAt: noon,
  arrivesAt: noon,
};
