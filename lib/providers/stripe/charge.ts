import { z } from "zod";
import { hint, hintedNumber, id, list, optionalFlag, text, whole } from "../lenient.ts";
import { formatMoney } from "./money.ts";

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

/** How a charge stands, in a few words. */
export function statusWords(charge: Charge): string {
  const { amount, amount_refunded: refunded, currency } = charge;
  if (charge.status === "failed") return "failed";
  if (charge.status === "pending") return "not through yet";
  if (charge.disputed) return "disputed by the guest";
  if (refunded >= amount) return "refunded";
  return refunded > 0 ? `${formatMoney(refunded, currency)} refunded` : "paid";
}

/** When a charge was made, as ISO time. */
export function createdAt({ created }: Charge): string {
  return new Date(created * 1_000).toISOString();
}
