import type { Work } from "../work.ts";
import {
  buildCheckoutUrl,
  computeTotal,
  type SessionDocument,
  saveSession,
  sessionDocument,
} from "./session.ts";

/** https://docs.stripe.com/api/checkout/sessions/object */
export function sessionView(session: SessionDocument, accountId: string): Record<string, unknown> {
  const total = computeTotal(session);
  const isComplete = session.status === "complete";
  return {
    id: session.id,
    object: "checkout.session",
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: session.cancelUrl,
    client_reference_id: session.reference,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: session.created,
    currency: session.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: session.customer,
    customer_account: null,
    customer_creation: "if_required",
    customer_details: session.email === null ? null : toCustomerDetails(session.email),
    customer_email: session.email,
    discounts: [],
    expires_at: session.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: session.metadata,
    mode: "payment",
    origin_context: null,
    payment_intent: session.payment,
    payment_link: null,
    payment_method_collection: "if_required",
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_status: isComplete ? "paid" : "unpaid",
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: session.status,
    submit_type: null,
    subscription: null,
    success_url: session.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: session.status === "open" ? buildCheckoutUrl(accountId, session) : null,
    wallet_options: null,
  };
}

function toCustomerDetails(email: string) {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
}

/** Nobody can pay by it any more. Null where it is not open. */
export async function expireSession(work: Work, id: string): Promise<SessionDocument | null> {
  const session = await work.store.get("checkout_session", id, sessionDocument);
  if (session?.status !== "open") return null;
  const expired: SessionDocument = { ...session, status: "expired" };
  await saveSession(work, expired);
  await work.tell("checkout.session.expired", sessionView(expired, work.accountId));
  return expired;
}
