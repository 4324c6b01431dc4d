import type { Message } from "#lib/failures/message.ts";
import { say } from "../contract/app-words.ts";
import type { FailureKind } from "../contract/provider-error.ts";
import { tell } from "./words.ts";

export type Refusal = { kind: FailureKind; message: Message };

const notFound: Refusal = {
  kind: "not_found",
  message: tell("account_has_no_such_payment"),
};

/** Codes: https://docs.stripe.com/error-codes */
export const refusals = {
  tooMany: {
    kind: "rate_limited",
    message: tell("asks_slow_down"),
  },
  unreachable: {
    kind: "unavailable",
    message: say("app_unreachable", { app: "Stripe" }),
  },
  badKey: {
    kind: "auth",
    message: tell("does_not_accept_own_key"),
  },
  noAccess: {
    kind: "auth",
    message: tell("no_longer_lets_into_account"),
  },
  forbidden: {
    kind: "scope_missing",
    message: tell("does_not_allow_do_in"),
  },
  otherDetails: {
    kind: "conflict",
    message: tell("sent_before_other_details"),
  },
  atOnce: {
    kind: "unavailable",
    message: tell("still_busy_same_request"),
  },
  cannotCharge: {
    kind: "invalid_input",
    message: tell("does_not_let_account_take"),
  },
  notFound,
  down: {
    kind: "unavailable",
    message: say("app_fault", { app: "Stripe" }),
  },
  unreadable: {
    kind: "unavailable",
    message: say("app_unreadable", { app: "Stripe" }),
  },
  byCode: codes({
    account_closed: {
      kind: "account_closed",
      message: tell("account_closed"),
    },
    amount_too_large: {
      kind: "invalid_input",
      message: tell("amount_more_than_charges_once"),
    },
    amount_too_small: {
      kind: "invalid_input",
      message: tell("amount_less_than_charges_all"),
    },
    charge_already_refunded: {
      kind: "conflict",
      message: tell("charge_has_refunded_in_full"),
    },
    charge_disputed: {
      kind: "conflict",
      message: tell("guest_disputes_charge_their_bank"),
    },
    idempotency_key_in_use: {
      kind: "unavailable",
      message: tell("still_busy_same_request"),
    },
    insufficient_funds: {
      kind: "invalid_input",
      message: tell("balance_too_low"),
    },
    lock_timeout: {
      kind: "unavailable",
      message: tell("busy_something_else_in_account"),
    },
    resource_missing: notFound,
  }),
} as const satisfies Record<string, Refusal | Readonly<Record<string, Refusal>>>;

/** @param param Stripe's name of what it did not take; null where it names none */
export function wrongParameter(param: string | null): Refusal {
  const name = param === "identity.country" ? "country" : param;
  return { kind: "invalid_input", message: tell("does_not_accept", { param: name }) };
}

function codes(table: Record<string, Refusal>): Readonly<Record<string, Refusal>> {
  return table;
}
