import { type AccountDocument, canCharge } from "./account-document.ts";

type Named = { id: string; document: AccountDocument };

/**
 * https://docs.stripe.com/api/v2/core/accounts/object. What is not asked to be included is left out
 * (https://docs.stripe.com/api-includable-response-values).
 */
export function accountView({ id, document }: Named, include: readonly string[]): Record<string, unknown> {
  const has = (name: string) => include.includes(name);
  return {
    id,
    object: "v2.core.account",
    applied_configurations: ["merchant"],
    closed: false,
    ...(has("configuration.merchant") ? { configuration: { merchant: merchantView(document) } } : {}),
    contact_email: document.contactEmail,
    created: document.created,
    dashboard: "full",
    ...(has("defaults") ? { defaults: defaultsView(document) } : {}),
    display_name: document.displayName,
    ...(has("future_requirements") ? { future_requirements: { entries: [] } } : {}),
    ...(has("identity") ? { identity: { country: document.country, entity_type: "company" } } : {}),
    livemode: false,
    metadata: {},
    ...(has("requirements") ? { requirements: requirementsView(document) } : {}),
  };
}

/** The same account in API v1, as `account.updated` has it: https://docs.stripe.com/api/accounts/object */
export function olderAccountView({ id, document }: Named): Record<string, unknown> {
  const isActive = canCharge(document);
  const names = document.requirements.map(({ description }) => description);
  const overdue = document.requirements.filter(({ status }) => status === "past_due");
  return {
    id,
    object: "account",
    type: "standard",
    business_profile: {
      mcc: "5812",
      minority_owned_business_designation: null,
      name: document.displayName,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    capabilities: { card_payments: isActive ? "active" : "inactive", transfers: "active" },
    charges_enabled: isActive,
    payouts_enabled: isActive,
    details_submitted: true,
    country: document.country.toUpperCase(),
    default_currency: document.currency,
    email: document.contactEmail,
    requirements: {
      alternatives: [],
      current_deadline: document.deadline === null ? null : Math.floor(Date.parse(document.deadline) / 1_000),
      currently_due: names,
      disabled_reason: isActive ? null : "requirements.past_due",
      errors: [],
      eventually_due: names,
      past_due: overdue.map(({ description }) => description),
      pending_verification: [],
    },
  };
}

function defaultsView({ currency }: AccountDocument) {
  return {
    currency,
    responsibilities: {
      fees_collector: "stripe",
      losses_collector: "stripe",
      requirements_collector: "stripe",
    },
  };
}

function merchantView(document: AccountDocument) {
  const state = canCharge(document)
    ? { status: "active", status_details: [] }
    : {
        status: "restricted",
        status_details: [{ code: "requirements_past_due", resolution: "provide_info" }],
      };
  return {
    applied: true,
    capabilities: { card_payments: state, stripe_balance: { payouts: state } },
    mcc: "5812",
  };
}

function requirementsView({ requirements, deadline }: AccountDocument) {
  const strictest = requirements.some(({ status }) => status === "past_due") ? "past_due" : "currently_due";
  return {
    entries: requirements.map(({ description, status, problem }) => ({
      awaiting_action_from: "user",
      description,
      errors: problem === null ? [] : [{ code: "verification_document_expired", description: problem }],
      impact: {
        restricts_capabilities: [
          { capability: "card_payments", configuration: "merchant", deadline: { status } },
          { capability: "stripe_balance.payouts", configuration: "merchant", deadline: { status } },
        ],
      },
      minimum_deadline: { status },
      requested_reasons: [{ code: "routine_verification" }],
    })),
    ...(requirements.length === 0
      ? {}
      : { summary: { minimum_deadline: { status: strictest, time: deadline ?? undefined } } }),
  };
}
