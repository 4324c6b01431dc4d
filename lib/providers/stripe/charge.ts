import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { moneyParam } from "#lib/failures/values.ts";
import { numberFormat } from "#lib/intl.ts";
import type { Digits, Step } from "#lib/money/currency-rules.ts";
import * as rules from "#lib/money/currency-rules.ts";
import type { MadeIn } from "../contract/action.ts";
import type { Said } from "../contract/app-words.ts";
import type { Call } from "../contract/call.ts";
import { hint, hintedNumber, id, list, optionalFlag, text, whole } from "../kit/lenient.ts";
import { askInAccount } from "./client.ts";
import { tell } from "./words.ts";

/** https://docs.stripe.com/api/charges/object */
export const chargeSchema = z.looseObject({
  id,
  amount: whole,
  amount_refunded: whole,
  currency: text.pipe(z.string().length(3)),
  created: whole,
  status: text,
  disputed: optionalFlag,
  description: hint,
  application_fee: hint,
  application_fee_amount: hintedNumber,
});
export type Charge = z.output<typeof chargeSchema>;

export const chargePage = z.looseObject({ data: list, has_more: optionalFlag.catch(false) });

export const knownCharge = { id: "id" };

export function readCharge(call: Call, chargeId: string): Promise<Charge> {
  return askInAccount(call, "read the charge", chargeSchema, ({ stripe, options }) =>
    stripe.charges.retrieve(chargeId, {}, options),
  );
}

/** How a charge stands, in a few words. */
export function describeStatus(charge: Charge): Said {
  const { amount, amount_refunded: refunded, currency } = charge;
  if (charge.status === "failed") return tell("status_failed");
  if (charge.status === "pending") return tell("status_pending");
  if (charge.disputed) return tell("status_disputed");
  if (refunded >= amount) return tell("status_refunded");
  return refunded > 0
    ? tell("status_part_refunded", { money: toMoneyParam(refunded, currency) })
    : tell("status_paid");
}

/** When a charge was made, as ISO time. */
export function createdAt({ created }: Charge): string {
  return new Date(created * 1_000).toISOString();
}

/** Where a merchant looks at a payment or a charge in the Dashboard of their own account. */
export function buildPaymentPageUrl({ accountId, settings }: MadeIn, id: string): string {
  const modePath = settings.mode === "live" ? "" : "/test";
  return `https://dashboard.stripe.com/${accountId}${modePath}/payments/${id}`;
}

/** Digits behind the point in an amount at Stripe. */
function getDigits(currency: string): Digits {
  return rules.getDigits(currency.toUpperCase());
}

/** Amounts are multiples of it today. */
function getStep(currency: string): Step {
  return rules.getStep(currency.toUpperCase(), new Date());
}

/** 3150, "eur" → "€31.50" */
export function formatMoney(amount: number, currency: string): string {
  const code = currency.toUpperCase();
  const digits = getDigits(code);
  const value = amount / 10 ** digits;
  // Not in every ICU's list, and yet an amount has to be told.
  if (!/^[A-Z]{3}$/.test(code)) return `${value.toFixed(digits)} ${code}`;
  return numberFormat("en", {
    style: "currency",
    currency: code,
    minimumFractionDigits: getStep(code) === 100 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** The same as a parameter of a message. */
export function toMoneyParam(amount: number, currency: string): string {
  const code = currency.toUpperCase();
  const digits = getDigits(code);
  if (!/^[A-Z]{3}$/.test(code)) return formatMoney(amount, currency);
  return moneyParam((amount / 10 ** digits).toFixed(getStep(code) === 100 ? 0 : digits), code);
}

/** What is wrong with an amount by the currency's rules; null where nothing is. */
export function amountProblem(amount: number, currency: string): Message | null {
  const step = getStep(currency);
  if (amount % step === 0) return null;
  const code = currency.toUpperCase();
  return step === 100
    ? tell("takes_whole_amounts_only_written", { code })
    : tell("takes_amounts_only_whose_last", { code });
}
