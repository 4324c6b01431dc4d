import { lookUp } from "#lib/look-up.ts";
import type { FailureKind } from "../provider-error.ts";

export type Refusal = { kind: FailureKind; message: string };

const notFound: Refusal = {
  kind: "not_found",
  message: "Your Stripe account has no such payment, charge or card. Check what you filled in.",
};

/** Codes: https://docs.stripe.com/error-codes */
export const refusals = {
  tooMany: {
    kind: "rate_limited",
    message: "Stripe asks Patchbay to slow down. Nothing was done. Try again in a moment.",
  },
  unreachable: {
    kind: "unavailable",
    message: "Stripe could not be reached. Try again in a minute.",
  },
  badKey: {
    kind: "auth",
    message:
      "Stripe does not accept Patchbay's own key. Connect Stripe again; if that does not help, whoever runs Patchbay has to check STRIPE_CLIENT_SECRET.",
  },
  noAccess: {
    kind: "auth",
    message:
      "Stripe no longer lets Patchbay into your account: access was taken back, or the account was closed. Connect Stripe again.",
  },
  forbidden: {
    kind: "scope_missing",
    message: "Stripe does not allow Patchbay to do this in your account. Connect Stripe again and allow it.",
  },
  otherDetails: {
    kind: "conflict",
    message:
      "This was sent to Stripe before, with other details. Stripe did nothing now. Look there at what became of the first, and start anew if you still need to.",
  },
  atOnce: {
    kind: "unavailable",
    message: "Stripe is still busy with the same request. Try again in a minute.",
  },
  cannotCharge: {
    kind: "invalid_input",
    message:
      "Stripe does not let this account take payments yet. Check the account status: it says what Stripe still needs from you.",
  },
  notFound,
  down: {
    kind: "unavailable",
    message: "Stripe has a problem of its own at the moment. Try again in a minute.",
  },
  unreadable: {
    kind: "unavailable",
    message: "Stripe answered something that cannot be understood. Try again later.",
  },
  byCode: codes({
    account_closed: {
      kind: "account_closed",
      message: "This Stripe account is closed. Open it again in Stripe, or connect another one.",
    },
    amount_too_large: {
      kind: "invalid_input",
      message: "The amount is more than Stripe charges at once. Split it, or check the number of digits.",
    },
    amount_too_small: {
      kind: "invalid_input",
      message:
        "The amount is less than Stripe charges at all, which is about half a euro. Give it in the smallest unit: 3150 for € 31.50.",
    },
    charge_already_refunded: {
      kind: "conflict",
      message: "This charge has been refunded in full already. There is nothing left to give back.",
    },
    charge_disputed: {
      kind: "conflict",
      message:
        "The guest disputes this charge with their bank, so it cannot be refunded. Answer the dispute in Stripe.",
    },
    idempotency_key_in_use: {
      kind: "unavailable",
      message: "Stripe is still busy with the same request. Try again in a minute.",
    },
    insufficient_funds: {
      kind: "invalid_input",
      message: "Your Stripe balance is too low for this. Wait for further payments, or top it up in Stripe.",
    },
    lock_timeout: {
      kind: "unavailable",
      message: "Stripe is busy with something else in your account. Try again in a minute.",
    },
    resource_missing: notFound,
  }),
} as const satisfies Record<string, Refusal | Readonly<Record<string, Refusal>>>;

const fields: Readonly<Record<string, string>> = {
  amount: "the amount",
  application_fee_amount: "the platform's fee",
  charge: "the charge",
  contact_email: "the e-mail address",
  country: "the country",
  currency: "the currency",
  description: "the description",
  display_name: "the name of the business",
  "identity.country": "the country",
  payment_intent: "the payment",
  payment_method: "the card",
  reason: "the reason",
};

/** @param param Stripe's name of what it did not take; null where it names none */
export function wrongParameter(param: string | null): Refusal {
  const field = param === null ? undefined : lookUp(fields, param);
  const what = field ?? (param === null ? "what was sent" : `"${param}"`);
  return { kind: "invalid_input", message: `Stripe does not accept ${what}. Check what you filled in.` };
}

function codes(table: Record<string, Refusal>): Readonly<Record<string, Refusal>> {
  return table;
}
