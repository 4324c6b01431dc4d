import type { SandboxAccountDesk } from "../../sandbox-contract.ts";
import { newestCharges } from "./charge-routes.ts";
import { type ChargeDocument, feeDocument, newId, secondsOf } from "./documents.ts";
import { sendEvent } from "./events.ts";

/** Sends what came in and was not paid out yet to the bank, in the currency of the newest charge. https://docs.stripe.com/api/payouts/object */
export async function payOut(desk: SandboxAccountDesk): Promise<string> {
  const waiting = (await newestCharges(desk.store)).filter(
    ({ status, isPaidOut, isDisputed }) => status === "succeeded" && !isPaidOut && !isDisputed,
  );
  const [newest] = waiting;
  if (!newest) return "There is nothing to pay out.";
  const charges = waiting.filter(({ currency }) => currency === newest.currency);
  const shares = await Promise.all(charges.map((charge) => shareOf(desk, charge)));
  const amount = shares.reduce((sum, share) => sum + share, 0);
  for (const charge of charges) await desk.store.put("charge", charge.id, { ...charge, isPaidOut: true });
  const seconds = secondsOf(desk.now());
  const payout = {
    id: newId("po"),
    object: "payout",
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: seconds,
    automatic: true,
    balance_transaction: null,
    created: seconds,
    currency: newest.currency,
    description: "STRIPE PAYOUT",
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: "in_progress",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "paid",
    trace_id: null,
    type: "bank_account",
  };
  await desk.store.put("payout", payout.id, payout);
  const told = await sendEvent(desk, "payout.paid", payout);
  return `${charges.length} charges were paid out to the bank; ${told}.`;
}

/** What is left of a charge for the merchant, without Stripe's own fees. */
async function shareOf({ store }: SandboxAccountDesk, charge: ChargeDocument): Promise<number> {
  const fee = charge.fee === null ? null : await store.get("application_fee", charge.fee, feeDocument);
  const kept = fee ? fee.amount - fee.amountRefunded : 0;
  return charge.amount - charge.amountRefunded - kept;
}
