import { z } from "zod";
import type { MoneyObject, PaymentState } from "../../contract/payments.ts";
import { hint, hintedNumber, hintedObject, id, optionalFlag, text, whole } from "../../kit/lenient.ts";
import { readId } from "../client.ts";
import { declineWords } from "../errors.ts";
import { markIn, metadataSchema, orderIn } from "../mark.ts";
import { readRefundState } from "../refund.ts";
import { readDisputeState } from "./dispute-state.ts";
import { readPayoutState } from "./payout-state.ts";

/** https://docs.stripe.com/api/charges/object */
const chargeSchema = z.looseObject({
  id,
  amount: whole,
  amount_captured: hintedNumber,
  captured: optionalFlag,
  currency: text.pipe(z.string().length(3)),
  created: whole,
  status: text,
  payment_intent: z.unknown(),
  description: hint,
  application_fee_amount: hintedNumber,
  failure_code: hint,
  failure_message: hint,
  outcome: hintedObject({ reason: hint }),
  billing_details: hintedObject({ name: hint, email: hint }),
  metadata: metadataSchema,
});

const named = z.looseObject({ object: z.string() });

/**
 * The object that a movement comes of, where it came along and can be read. One that cannot be is left to the lists and
 * look-ups, which tell of it: the movement is booked all the same.
 */
export function objectIn(source: unknown, dashboard: string): MoneyObject | null {
  const read = named.safeParse(source).data;
  if (!read) return null;
  try {
    return readMoneyObject(read.object, source, dashboard);
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}

/** @throws z.ZodError where it is not in Stripe's form */
export function readMoneyObject(kind: string, source: unknown, dashboard: string): MoneyObject | null {
  if (kind === "charge") return { kind: "payment", state: readChargeState(source) };
  if (kind === "dispute") return { kind: "dispute", state: readDisputeState(source, dashboard) };
  if (kind === "payout") return { kind: "payout", state: readPayoutState(source, new Date()) };
  if (kind !== "refund") return null;
  const state = readRefundState(source);
  return state && { kind: "refund", state };
}

/**
 * How a payment stands by its charge: what a movement has along. A charge knows nothing of what it was before.
 * @throws z.ZodError where it is not in Stripe's form
 */
function readChargeState(object: unknown): PaymentState {
  const charge = chargeSchema.parse(object);
  const { billing_details: billing, failure_code: code, failure_message: remark } = charge;
  const status = toStatus(charge.status);
  const at = new Date(charge.created * 1_000);
  const customer = {
    ...(billing?.name ? { name: billing.name } : {}),
    ...(billing?.email ? { email: billing.email } : {}),
  };
  return {
    mark: markIn(charge.metadata),
    sessionId: null,
    paymentId: readId(charge.payment_intent),
    chargeId: charge.id,
    status,
    providerStatus: charge.status,
    // What was captured of it is what was paid: https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
    amount: charge.captured && charge.amount_captured ? charge.amount_captured : charge.amount,
    currency: charge.currency.toUpperCase(),
    fee: charge.application_fee_amount ?? null,
    orderId: orderIn(charge.metadata),
    description: charge.description ?? null,
    customer: Object.keys(customer).length === 0 ? null : customer,
    url: null,
    clientSecret: null,
    said: status === "failed" ? declineWords({ code, decline_code: charge.outcome?.reason }) : null,
    detail: status === "failed" ? [code, remark].filter(Boolean).join(": ") || null : null,
    createdAt: at,
    paidAt: status === "succeeded" ? at : null,
  };
}

/** What Stripe may come to say besides is on its way, until it says something that we know. */
function toStatus(status: string): PaymentState["status"] {
  if (status === "succeeded" || status === "failed") return status;
  return "processing";
}
