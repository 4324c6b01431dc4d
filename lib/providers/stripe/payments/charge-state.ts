import { z } from "zod";
import type { PaymentState } from "../../contract/payments.ts";
import { hint, hintedNumber, hintedObject, id, optionalFlag, text, whole } from "../../kit/lenient.ts";
import { declineWords } from "../declines.ts";
import { metadataSchema } from "../own-mark.ts";
import { idOf } from "./id-of.ts";
import { markIn, orderIn } from "./marks.ts";

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

/**
 * How a payment stands by its charge: what a movement has along. A charge knows nothing of what it was before.
 * @throws z.ZodError where it is not in Stripe's form
 */
export function chargeStateOf(object: unknown): PaymentState {
  const charge = chargeSchema.parse(object);
  const { billing_details: billing, failure_code: code, failure_message: remark } = charge;
  const status = statusOf(charge.status);
  const at = new Date(charge.created * 1_000);
  const customer = {
    ...(billing?.name ? { name: billing.name } : {}),
    ...(billing?.email ? { email: billing.email } : {}),
  };
  return {
    mark: markIn(charge.metadata),
    sessionId: null,
    paymentId: idOf(charge.payment_intent),
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
function statusOf(status: string): PaymentState["status"] {
  if (status === "succeeded" || status === "failed") return status;
  return "processing";
}
