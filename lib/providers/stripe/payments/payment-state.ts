import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Call } from "../../contract/call.ts";
import type { PaymentState } from "../../contract/payments.ts";
import { hint, hintedNumber, hintedObject, id, text, whole } from "../../kit/lenient.ts";
import { readId } from "../client.ts";
import { declineWords } from "../errors.ts";
import { markIn, metadataSchema, orderIn } from "../mark.ts";

/** What is asked to be expanded, so that a payment says when it was paid, and by whom. */
export const withCharge = ["latest_charge"];
export const withPayment = ["payment_intent.latest_charge"];

/** https://docs.stripe.com/api/payment_intents/object */
export const intentSchema = z.looseObject({
  id: id.pipe(z.string().startsWith("pi_")),
  status: text,
  amount: whole,
  amount_received: hintedNumber,
  currency: text.pipe(z.string().length(3)),
  created: whole,
  application_fee_amount: hintedNumber,
  client_secret: hint,
  description: hint,
  last_payment_error: hintedObject({ code: hint, decline_code: hint, message: hint }),
  latest_charge: z.unknown(),
  metadata: metadataSchema,
});
type Intent = z.output<typeof intentSchema>;

/** https://docs.stripe.com/api/checkout/sessions/object */
export const sessionSchema = z.looseObject({
  id: id.pipe(z.string().startsWith("cs_")),
  status: text,
  payment_status: hint,
  amount_total: whole,
  currency: text.pipe(z.string().length(3)),
  created: whole,
  customer_details: hintedObject({ name: hint, email: hint }),
  metadata: metadataSchema,
  payment_intent: z.unknown(),
  url: hint,
});
type Session = z.output<typeof sessionSchema>;

const paidBy = z.looseObject({
  created: whole,
  billing_details: hintedObject({ name: hint, email: hint }),
});

const byStatus: Readonly<Record<string, PaymentState["status"]>> = {
  requires_payment_method: "waiting",
  requires_confirmation: "waiting",
  requires_action: "waiting",
  requires_capture: "processing",
  processing: "processing",
  succeeded: "succeeded",
  canceled: "ended",
};

/**
 * How a payment stands by its PaymentIntent. One whose card was declined has failed, as far as it can tell: where a guest
 * sits before a page, they may try another. What Stripe says in a word that we do not know is on its way.
 */
export function readIntentState(intent: Intent): PaymentState {
  const { last_payment_error: error } = intent;
  const isDeclined = intent.status === "requires_payment_method" && error !== undefined;
  const status = isDeclined ? "failed" : (lookUp(byStatus, intent.status) ?? "processing");
  const charge = paidBy.safeParse(intent.latest_charge).data;
  const hasPaid = status === "succeeded";
  return {
    mark: markIn(intent.metadata),
    sessionId: null,
    paymentId: intent.id,
    chargeId: readId(intent.latest_charge),
    status,
    providerStatus: intent.status,
    // Of less than was asked for, where only a part was captured.
    amount: hasPaid && intent.amount_received ? intent.amount_received : intent.amount,
    currency: intent.currency.toUpperCase(),
    fee: intent.application_fee_amount ?? null,
    orderId: orderIn(intent.metadata),
    description: intent.description ?? null,
    customer: toCustomer(charge?.billing_details),
    url: null,
    clientSecret: status === "waiting" || isDeclined ? (intent.client_secret ?? null) : null,
    said: isDeclined ? declineWords(error) : null,
    detail: isDeclined ? [error.code, error.message].filter(Boolean).join(": ") : null,
    createdAt: new Date(intent.created * 1_000),
    paidAt: hasPaid ? new Date((charge?.created ?? intent.created) * 1_000) : null,
  };
}

/**
 * How a payment stands by its Checkout Session, with its PaymentIntent, which there is only once a guest begins to pay.
 * https://docs.stripe.com/payments/checkout/how-checkout-works
 */
export function readSessionState(call: Pick<Call, "rebase">, session: Session): PaymentState {
  const intent = intentSchema.safeParse(session.payment_intent).data;
  const payment = intent ? readIntentState(intent) : null;
  const status = toStatus(session, payment);
  return {
    mark: markIn(session.metadata),
    sessionId: session.id,
    paymentId: payment?.paymentId ?? readId(session.payment_intent),
    chargeId: payment?.chargeId ?? null,
    status,
    providerStatus: payment?.status === "succeeded" ? payment.providerStatus : session.status,
    amount: payment?.amount ?? session.amount_total,
    currency: session.currency.toUpperCase(),
    fee: payment?.fee ?? null,
    orderId: orderIn(session.metadata),
    description: payment?.description ?? null,
    customer: toCustomer(session.customer_details) ?? payment?.customer ?? null,
    // Where a browser reaches it: of the sandbox, here.
    url: status === "waiting" && session.url ? call.rebase(session.url) : null,
    clientSecret: null,
    said: status === "failed" ? (payment?.said ?? null) : null,
    detail: status === "failed" ? (payment?.detail ?? null) : null,
    createdAt: new Date(session.created * 1_000),
    paidAt: status === "succeeded" ? (payment?.paidAt ?? null) : null,
  };
}

function toStatus(session: Session, payment: PaymentState | null): PaymentState["status"] {
  if (payment?.status === "succeeded") return "succeeded";
  if (session.status === "open") return "waiting";
  if (session.status === "expired") return "ended";
  if (session.payment_status === "paid") return "succeeded";
  // It was sent off, and a bank takes its time, or has said no by now.
  return payment === null || payment.status === "waiting" ? "processing" : payment.status;
}

function toCustomer(
  details: { name?: string | undefined; email?: string | undefined } | undefined,
): PaymentState["customer"] {
  const { name, email } = details ?? {};
  return name || email ? { ...(name ? { name } : {}), ...(email ? { email } : {}) } : null;
}
