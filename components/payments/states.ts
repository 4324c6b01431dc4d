import type { Tone } from "#components/ui/tone.ts";
import { labelOf } from "#lib/label-of.ts";
import { lookUp } from "#lib/look-up.ts";

export interface State {
  tone: Tone;
  word: string;
}

const chargeStates: Readonly<Record<string, State>> = {
  begun: { tone: "progress", word: "Being asked for" },
  unknown: { tone: "warning", word: "Not known yet" },
  waiting: { tone: "progress", word: "Waiting for the guest" },
  processing: { tone: "progress", word: "Processing" },
  succeeded: { tone: "success", word: "Paid" },
  failed: { tone: "danger", word: "Failed" },
  ended: { tone: "neutral", word: "Ended" },
};

const refundStates: Readonly<Record<string, State>> = {
  begun: { tone: "progress", word: "Being asked for" },
  unknown: { tone: "warning", word: "Not known yet" },
  pending: { tone: "progress", word: "On its way" },
  succeeded: { tone: "success", word: "Refunded" },
  failed: { tone: "danger", word: "Failed" },
  canceled: { tone: "neutral", word: "Cancelled" },
};

const disputeStates: Readonly<Record<string, State>> = {
  needs_response: { tone: "warning", word: "Needs your answer" },
  under_review: { tone: "progress", word: "With the bank" },
  won: { tone: "success", word: "Won" },
  lost: { tone: "danger", word: "Lost" },
  closed: { tone: "neutral", word: "Closed" },
  prevented: { tone: "success", word: "Prevented" },
  unknown: { tone: "warning", word: "Not known yet" },
};

const payoutStates: Readonly<Record<string, State>> = {
  pending: { tone: "progress", word: "Planned" },
  in_transit: { tone: "progress", word: "On its way" },
  paid: { tone: "success", word: "Paid out" },
  failed: { tone: "danger", word: "Failed" },
  canceled: { tone: "neutral", word: "Cancelled" },
  unknown: { tone: "warning", word: "Not known yet" },
};

export const chargeState = (status: string): State => stateIn(chargeStates, status);
export const refundState = (status: string): State => stateIn(refundStates, status);
export const disputeState = (status: string): State => stateIn(disputeStates, status);
export const payoutState = (status: string): State => stateIn(payoutStates, status);

export const chargeStatusOptions = optionsOf(chargeStates);
export const payoutStatusOptions = optionsOf(payoutStates);

/** A status that came to be after this page is told by its own name. */
function stateIn(states: Readonly<Record<string, State>>, status: string): State {
  return lookUp(states, status) ?? { tone: "neutral", word: labelOf(status) };
}

function optionsOf(states: Readonly<Record<string, State>>): { value: string; label: string }[] {
  return Object.entries(states).map(([value, { word }]) => ({ value, label: word }));
}
