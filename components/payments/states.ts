import type { Tone } from "#components/ui/tone.ts";
import { lookUp } from "#lib/look-up.ts";
import { toLabel } from "#lib/to-label.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";

export interface State {
  tone: Tone;
  word: string;
}

const chargeStates = (): Readonly<Record<string, State>> => ({
  begun: { tone: "progress", word: t("charge_states_being_asked") },
  unknown: { tone: "warning", word: t("charge_states_not_known_yet") },
  waiting: { tone: "progress", word: t("charge_states_waiting_guest") },
  processing: { tone: "progress", word: t("charge_states_processing") },
  succeeded: { tone: "success", word: t("charge_states_paid") },
  failed: { tone: "danger", word: t("charge_states_failed") },
  ended: { tone: "neutral", word: t("charge_states_ended") },
});

const refundStates = (): Readonly<Record<string, State>> => ({
  begun: { tone: "progress", word: t("refund_states_being_asked") },
  unknown: { tone: "warning", word: t("refund_states_not_known_yet") },
  pending: { tone: "progress", word: t("refund_states_way") },
  succeeded: { tone: "success", word: t("refund_states_refunded") },
  failed: { tone: "danger", word: t("refund_states_failed") },
  canceled: { tone: "neutral", word: t("refund_states_cancelled") },
});

const disputeStates = (): Readonly<Record<string, State>> => ({
  needs_response: { tone: "warning", word: t("dispute_states_needs_your_answer") },
  under_review: { tone: "progress", word: t("dispute_states_with_bank") },
  won: { tone: "success", word: t("dispute_states_won") },
  lost: { tone: "danger", word: t("dispute_states_lost") },
  closed: { tone: "neutral", word: t("dispute_states_closed") },
  prevented: { tone: "success", word: t("dispute_states_prevented") },
  unknown: { tone: "warning", word: t("dispute_states_not_known_yet") },
});

const payoutStates = (): Readonly<Record<string, State>> => ({
  pending: { tone: "progress", word: t("payout_states_planned") },
  in_transit: { tone: "progress", word: t("payout_states_way") },
  paid: { tone: "success", word: t("payout_states_paid_out") },
  failed: { tone: "danger", word: t("payout_states_failed") },
  canceled: { tone: "neutral", word: t("payout_states_cancelled") },
  unknown: { tone: "warning", word: t("payout_states_not_known_yet") },
});

export const chargeState = (status: string): State => stateIn(chargeStates(), status);
export const refundState = (status: string): State => stateIn(refundStates(), status);
export const disputeState = (status: string): State => stateIn(disputeStates(), status);
export const payoutState = (status: string): State => stateIn(payoutStates(), status);

export const chargeStatusOptions = () => toOptions(chargeStates());

/** A status that came to be after this page is told by its own name. */
function stateIn(states: Readonly<Record<string, State>>, status: string): State {
  return lookUp(states, status) ?? { tone: "neutral", word: toLabel(status) };
}

function toOptions(states: Readonly<Record<string, State>>): { value: string; label: string }[] {
  return Object.entries(states).map(([value, { word }]) => ({ value, label: word }));
}
