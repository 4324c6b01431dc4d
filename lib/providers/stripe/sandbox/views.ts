import type { ChargeDocument, Failure, FeeDocument, PaymentDocument, RefundDocument } from "./documents.ts";

/** https://docs.stripe.com/api/payment_intents/object */
export function paymentView(payment: PaymentDocument, application: string): Record<string, unknown> {
  return {
    id: payment.id,
    object: "payment_intent",
    amount: payment.amount,
    allowed_payment_method_types: null,
    amount_capturable: 0,
    amount_received: payment.status === "succeeded" ? payment.amount : 0,
    application,
    application_fee_amount: payment.feeAmount,
    automatic_payment_methods: { allow_redirects: "never", enabled: true },
    canceled_at: payment.status === "canceled" ? payment.created : null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${payment.id}_secret_sandbox`,
    confirmation_method: "automatic",
    created: payment.created,
    currency: payment.currency,
    customer: payment.customer,
    customer_account: null,
    description: payment.description,
    excluded_payment_method_types: null,
    last_payment_error: payment.failure === null ? null : failureView(payment.failure, payment.latestCharge),
    latest_charge: payment.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: payment.metadata,
    next_action:
      payment.actionUrl === null
        ? null
        : { redirect_to_url: { return_url: null, url: payment.actionUrl }, type: "redirect_to_url" },
    on_behalf_of: null,
    payment_method: payment.status === "requires_payment_method" ? null : payment.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: payment.futureUsage,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
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
    balance_transaction: charge.transaction,
    billing_details: {
      address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: "SANDBOX",
    captured: hasSucceeded,
    created: charge.created,
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: charge.isDisputed,
    failure_balance_transaction: null,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: charge.metadata,
    on_behalf_of: null,
    outcome: outcomeView(charge),
    paid: hasSucceeded,
    payment_intent: charge.payment,
    payment_method: charge.paymentMethod,
    payment_method_details: { card: cardView(charge), type: "card" },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.amountRefunded >= charge.amount,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charge.status,
    transfer_data: null,
    transfer_group: null,
  };
}

/** https://docs.stripe.com/api/charges/object#charge_object-outcome */
function outcomeView({ failure }: ChargeDocument) {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failure === null ? "approved_by_network" : "declined_by_network",
    reason: failure?.declineCode ?? null,
    risk_level: "normal",
    seller_message: failure === null ? "Payment complete." : "The bank did not return any further details.",
    type: failure === null ? "authorized" : "issuer_declined",
  };
}

/** https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card */
function cardView({ amount, brand, last4, status }: ChargeDocument) {
  return {
    amount_authorized: status === "succeeded" ? amount : null,
    authorization_code: null,
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "US",
    electronic_commerce_indicator: null,
    exp_month: 8,
    exp_year: 2034,
    fingerprint: `sandbox${last4}`,
    funding: "credit",
    installments: null,
    last4,
    mandate: null,
    network: brand,
    network_transaction_id: null,
    regulated_status: "unregulated",
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
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
    balance_transaction: fee.transaction,
    charge: fee.charge,
    created: fee.created,
    currency: fee.currency,
    fee_source: { charge: fee.charge, type: "charge" },
    livemode: false,
    originating_transaction: fee.charge,
    refunded: fee.amountRefunded >= fee.amount,
    refunds: {
      object: "list",
      data: [],
      has_more: fee.amountRefunded > 0,
      url: `/v1/application_fees/${fee.id}/refunds`,
    },
  };
}

/** https://docs.stripe.com/api/refunds/object */
export function refundView(refund: RefundDocument): Record<string, unknown> {
  return {
    id: refund.id,
    object: "refund",
    amount: refund.amount,
    balance_transaction: refund.transaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: null,
    customer_account: null,
    destination_details: { card: { type: "refund" }, type: "card" },
    ...(refund.failureTransaction === null ? {} : { failure_balance_transaction: refund.failureTransaction }),
    ...(refund.failureReason === null ? {} : { failure_reason: refund.failureReason }),
    ...(refund.pendingReason === null ? {} : { pending_reason: refund.pendingReason }),
    metadata: refund.metadata,
    payment_intent: refund.payment,
    payment_method: null,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  };
}
