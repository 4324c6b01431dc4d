import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { retryAfterMs } from "#lib/retry-after.ts";
import { say } from "../contract/app-words.ts";
import { type FailureKind, ProviderError } from "../contract/provider-error.ts";
import { createFailures } from "../kit/failures.ts";
import { tell } from "./words.ts";

export const { unreadable } = createFailures("Stripe");

type Refusal = { kind: FailureKind; message: Message };

const notFound: Refusal = {
  kind: "not_found",
  message: tell("account_has_no_such_payment"),
};

/** Codes: https://docs.stripe.com/error-codes */
const refusals = {
  tooMany: { kind: "rate_limited", message: tell("asks_slow_down") },
  unreachable: { kind: "unavailable", message: say("app_unreachable", { app: "Stripe" }) },
  badKey: { kind: "auth", message: tell("does_not_accept_own_key") },
  noAccess: { kind: "auth", message: tell("no_longer_lets_into_account") },
  forbidden: { kind: "scope_missing", message: tell("does_not_allow_do_in") },
  otherDetails: { kind: "conflict", message: tell("sent_before_other_details") },
  atOnce: { kind: "unavailable", message: tell("still_busy_same_request") },
  cannotCharge: { kind: "invalid_input", message: tell("does_not_let_account_take") },
  notFound,
  down: { kind: "unavailable", message: say("app_fault", { app: "Stripe" }) },
  unreadable: { kind: "unavailable", message: say("app_unreadable", { app: "Stripe" }) },
  byCode: codes({
    account_closed: { kind: "account_closed", message: tell("account_closed") },
    amount_too_large: { kind: "invalid_input", message: tell("amount_more_than_charges_once") },
    amount_too_small: { kind: "invalid_input", message: tell("amount_less_than_charges_all") },
    charge_already_refunded: { kind: "conflict", message: tell("charge_has_refunded_in_full") },
    charge_disputed: { kind: "conflict", message: tell("guest_disputes_charge_their_bank") },
    idempotency_key_in_use: { kind: "unavailable", message: tell("still_busy_same_request") },
    insufficient_funds: { kind: "invalid_input", message: tell("balance_too_low") },
    lock_timeout: { kind: "unavailable", message: tell("busy_something_else_in_account") },
    resource_missing: notFound,
  }),
} as const satisfies Record<string, Refusal | Readonly<Record<string, Refusal>>>;

const generic = tell("bank_declined_card");

/** By decline code, else by code. https://docs.stripe.com/declines/codes */
const words: Readonly<Record<string, Message>> = {
  authentication_required: tell("bank_wants_guest_confirm_payment"),
  card_not_supported: tell("card_cannot_used_kind_payment"),
  currency_not_supported: tell("card_does_not_pay_in"),
  expired_card: tell("card_has_expired"),
  incorrect_cvc: tell("security_code_card_wrong"),
  incorrect_number: tell("card_number_wrong"),
  insufficient_funds: tell("there_not_enough_money_on"),
  invalid_cvc: tell("security_code_card_wrong"),
  invalid_expiry_month: tell("card_expiry_date_wrong"),
  invalid_expiry_year: tell("card_expiry_date_wrong"),
  issuer_not_available: tell("guest_bank_could_not_reached"),
  processing_error: tell("card_could_not_be_processed"),
  card_velocity_exceeded: tell("card_has_reached_limit"),
  withdrawal_count_limit_exceeded: tell("card_has_reached_limit"),
};

/** What the SDK throws (https://docs.stripe.com/error-handling), told by its fields: the SDK is not loaded for that. */
const stripeError = z.looseObject({
  type: z.string(),
  rawType: z.string().optional(),
  message: z.string(),
  code: z.string().nullish(),
  decline_code: z.string().nullish(),
  param: z.string().nullish(),
  statusCode: z.number().optional(),
  requestId: z.string().nullish(),
  headers: z.record(z.string(), z.unknown()).optional(),
  detail: z.unknown(),
});
type StripeError = z.infer<typeof stripeError>;

const secretForm = /\b(?:sk|rk)_[A-Za-z0-9_*]+/g;

/** @returns null for what is not an error of Stripe or its SDK */
export function classifyError(error: unknown): ProviderError | null {
  if (error instanceof ProviderError) return error;
  if (!(error instanceof Error) || !("rawType" in error)) return null;
  const known = stripeError.safeParse({ ...error, message: error.message }).data;
  if (!known) return null;
  // What our own fetch rejected with.
  if (known.detail instanceof ProviderError) return known.detail;
  const { kind, message } = toRefusal(known);
  const retryAfterMs = kind === "rate_limited" ? readWait(known) : undefined;
  return new ProviderError({ kind, message, retryAfterMs, detail: formatDetail(known), cause: error });
}

/** A payment that the guest's bank or card refused. */
export function declined(reason: { code?: string | null; decline_code?: string | null }): ProviderError {
  const detail = [reason.code, reason.decline_code].filter(Boolean).join(" ");
  return new ProviderError({ kind: "invalid_input", message: declineWords(reason), detail });
}

function toRefusal(error: StripeError): Refusal {
  const { type, rawType, code, statusCode = 0 } = error;
  if (statusCode === 429 || code === "rate_limit") return refusals.tooMany;
  if (type === "StripeConnectionError") return refusals.unreachable;
  if (rawType === "card_error" || statusCode === 402) {
    return { kind: "invalid_input", message: declineWords(error) };
  }
  const byCode = lookUp(refusals.byCode, code ?? "");
  if (byCode) return byCode;
  if (rawType === "idempotency_error") return refusals.otherDetails;
  if (statusCode === 401) return refusals.badKey;
  if (statusCode === 403) return code === "account_invalid" ? refusals.noAccess : refusals.forbidden;
  // Older answers have no code for it: https://docs.stripe.com/error-codes
  if (/cannot currently make (live )?charges/i.test(error.message)) return refusals.cannotCharge;
  if (statusCode === 404) return refusals.notFound;
  if (statusCode === 409) return refusals.atOnce;
  if (statusCode >= 400 && statusCode < 500) return wrongParameter(error.param ?? null);
  return statusCode >= 500 ? refusals.down : refusals.unreadable;
}

/** Stripe's own answers seldom say how long. */
function readWait({ headers }: StripeError): number | undefined {
  const told = headers?.["retry-after"];
  return (typeof told === "string" && retryAfterMs(told)) || undefined;
}

function formatDetail({
  type,
  code,
  decline_code,
  param,
  statusCode,
  requestId,
  message,
}: StripeError): string {
  const status = statusCode === undefined ? "" : `HTTP ${statusCode}`;
  const parts = [type, status, code, decline_code, param && `(${param})`, requestId].filter(Boolean);
  return `${parts.join(" ")}: ${message.replaceAll(secretForm, "[key]")}`;
}

/** What to tell when a card was declined. That it was lost, stolen or thought to be is nobody's business at the till. */
export function declineWords(reason: { code?: string | null; decline_code?: string | null }): Message {
  return lookUp(words, reason.decline_code ?? "") ?? lookUp(words, reason.code ?? "") ?? generic;
}

/** @param param Stripe's name of what it did not take; null where it names none */
function wrongParameter(param: string | null): Refusal {
  const name = param === "identity.country" ? "country" : param;
  return { kind: "invalid_input", message: tell("does_not_accept", { param: name }) };
}

function codes(table: Record<string, Refusal>): Readonly<Record<string, Refusal>> {
  return table;
}
