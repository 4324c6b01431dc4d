import { z } from "zod";
import type { Said } from "../contract/app-words.ts";
import type { Call } from "../contract/call.ts";
import { hint, hintedNumber, id, list, optionalFlag, text, whole } from "../kit/lenient.ts";
import { askInAccount } from "./client.ts";
import { moneyOf } from "./money.ts";
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
export function statusOf(charge: Charge): Said {
  const { amount, amount_refunded: refunded, currency } = charge;
  if (charge.status === "failed") return tell("status_failed");
  if (charge.status === "pending") return tell("status_pending");
  if (charge.disputed) return tell("status_disputed");
  if (refunded >= amount) return tell("status_refunded");
  return refunded > 0
    ? tell("status_part_refunded", { money: moneyOf(refunded, currency) })
    : tell("status_paid");
}

/** When a charge was made, as ISO time. */
export function createdAt({ created }: Charge): string {
  return new Date(created * 1_000).toISOString();
}
