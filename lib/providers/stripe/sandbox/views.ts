import type { ChargeDocument, Failure, FeeDocument, PaymentDocument, RefundDocument } from "./documents.ts";

/** https://docs.stripe.com/api/payment_intents/object */
export function paymentView(payment: PaymentDocument, application: string): Record<string, unknown> {
  return {
    id: payment.id,
    object: "payment_intent",
    amount: payment.amount,
    amount_capturable: 0,
    amount_received: payment.status === "succeeded" ? payment.amount : 0,
    application,
    application_fee_amount: payment.feeAmount,
    automatic_payment_methods: { allow_redirects: "never", enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${payment.id}_secret_sandbox`,
    confirmation_method: "automatic",
    created: payment.created,
    currency: payment.currency,
    customer: null,
    description: payment.description,
    last_payment_error: payment.failure === null ? null : failureView(payment.failure, payment.latestCharge),
    latest_charge: payment.latestCharge,
    livemode: false,
    metadata: payment.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: payment.status === "requires_payment_method" ? null : payment.paymentMethod,
    payment_method_types: ["card"],
    receipt_email: null,
    status: payment.status,
    transfer_data: null,
    transfer_group: null,
  };
}

export function failureView(failure: Failure, charge: string | null): Record<string, unknown> {
  return {
    ...(charge === null ? {} : { charge }),
    code: failure.code,
    ...(failure.declineCode === null ? {} : { decline_code: failure.declineCode }),
    doc_url: `https://stripe.com/docs/error-codes/${failure.code.replaceAll("_", "-")}`,
    message: failure.message,
    type: "card_error",
  };
}

/** https://docs.stripe.com/api/charges/object */
export function chargeView(charge: ChargeDocument, application: string): Record<string, unknown> {
  const hasSucceeded = charge.status === "succeeded";
  return {
    id: charge.id,
    object: "charge",
    amount: charge.amount,
    amount_captured: hasSucceeded ? charge.amount : 0,
    amount_refunded: charge.amountRefunded,
    application: charge.fee === null ? null : application,
    application_fee: charge.fee,
    application_fee_amount: charge.feeAmount,
    captured: hasSucceeded,
    created: charge.created,
    currency: charge.currency,
    customer: null,
    description: charge.description,
    disputed: charge.isDisputed,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    livemode: false,
    metadata: charge.metadata,
    paid: hasSucceeded,
    payment_intent: charge.payment,
    payment_method: charge.paymentMethod,
    payment_method_details: { card: { brand: charge.brand, last4: charge.last4 }, type: "card" },
    receipt_email: null,
    refunded: charge.amountRefunded >= charge.amount,
    status: charge.status,
  };
}

/** https://docs.stripe.com/api/application_fees/object */
export function feeView(fee: FeeDocument, account: string, application: string): Record<string, unknown> {
  return {
    id: fee.id,
    object: "application_fee",
    account,
    amount: fee.amount,
    amount_refunded: fee.amountRefunded,
    application,
    charge: fee.charge,
    created: fee.created,
    currency: fee.currency,
    livemode: false,
    originating_transaction: fee.charge,
    refunded: fee.amountRefunded >= fee.amount,
  };
}

/** https://docs.stripe.com/api/refunds/object */
export function refundView(refund: RefundDocument): Record<string, unknown> {
  return {
    id: refund.id,
    object: "refund",
    amount: refund.amount,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    destination_details: { card: { type: "refund" }, type: "card" },
    metadata: refund.metadata,
    payment_intent: refund.payment,
    reason: refund.reason,
    receipt_number: null,
    status: "succeeded",
  };
}
