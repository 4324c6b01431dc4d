import { z } from "zod";
import { formatMoney } from "./money.ts";

/** https://docs.stripe.com/api/charges/object */
export const chargeSchema = z.looseObject({
  id: z.string().min(1),
  amount: z.int(),
  amount_refunded: z.int(),
  currency: z.string().length(3),
  created: z.int(),
  status: z.string(),
  refunded: z.boolean(),
  disputed: z.boolean().nullish(),
  description: z.string().nullish(),
  application_fee: z.string().nullish(),
  application_fee_amount: z.int().nullish(),
});
export type Charge = z.output<typeof chargeSchema>;

export const chargePage = z.looseObject({ data: z.array(chargeSchema), has_more: z.boolean() });

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
