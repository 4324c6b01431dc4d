import { type AccountDocument, canCharge, getCardPayments } from "./account-document.ts";

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
    capabilities: { card_payments: getCardPayments(document), transfers: "active" },
    charges_enabled: isActive,
    payouts_enabled: overdue.length === 0,
    created: Math.floor(Date.parse(document.created) / 1_000),
    metadata: {},
    settings: settingsView(document),
    details_submitted: true,
    country: document.country.toUpperCase(),
    default_currency: document.currency,
    email: document.contactEmail,
    requirements: { ...olderRequirements(document), alternatives: [] },
  };
}

/** https://docs.stripe.com/api/accounts/object#account_object-requirements */
function olderRequirements(document: AccountDocument) {
  const names = document.requirements.map(({ description }) => description);
  const overdue = document.requirements.filter(({ status }) => status === "past_due");
  const state = getCardPayments(document);
  return {
    current_deadline: document.deadline === null ? null : Math.floor(Date.parse(document.deadline) / 1_000),
    currently_due: names,
    disabled_reason: disabledReason(overdue.length > 0, state),
    errors: [],
    eventually_due: names,
    past_due: overdue.map(({ description }) => description),
    pending_verification: [],
  };
}

function disabledReason(isOverdue: boolean, state: "active" | "inactive" | "pending"): string | null {
  if (isOverdue) return "requirements.past_due";
  return { active: null, inactive: "under_review", pending: "requirements.pending_verification" }[state];
}

/** https://docs.stripe.com/api/accounts/object#account_object-settings-payouts */
function settingsView({ terms }: AccountDocument) {
  const isDaily = (terms?.payouts ?? "daily") === "daily";
  const schedule = { delay_days: terms?.delayDays ?? 2, interval: isDaily ? "daily" : "manual" };
  return { payouts: { debit_negative_balances: false, schedule, statement_descriptor: null } };
}

/** https://docs.stripe.com/api/capabilities/object */
export function capabilityView({ id, document }: Named): Record<string, unknown> {
  return {
    id: "card_payments",
    object: "capability",
    account: id,
    requested: true,
    requested_at: Math.floor(Date.parse(document.created) / 1_000),
    requirements: { ...olderRequirements(document), alternatives: [] },
    status: getCardPayments(document),
  };
}

function defaultsView({ currency, terms }: AccountDocument) {
  return {
    currency,
    responsibilities: {
      fees_collector: terms?.feesCollector ?? "stripe",
      losses_collector: terms?.lossesCollector ?? "stripe",
      requirements_collector: "stripe",
    },
  };
}

function merchantView(document: AccountDocument) {
  const isOverdue = document.requirements.some(({ status }) => status === "past_due");
  const active = { status: "active", status_details: [] };
  const restricted = (code: string, resolution: string) => ({
    status: "restricted",
    status_details: [{ code, resolution }],
  });
  const overdue = restricted("requirements_past_due", "provide_info");
  const states = {
    active,
    pending: {
      status: "pending",
      status_details: [{ code: "requirements_pending_verification", resolution: "no_resolution" }],
    },
    inactive: isOverdue ? overdue : restricted("restricted_other", "contact_stripe"),
  };
  return {
    applied: true,
    capabilities: {
      card_payments: states[getCardPayments(document)],
      stripe_balance: { payouts: isOverdue ? overdue : active },
    },
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
