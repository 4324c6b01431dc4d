import { z } from "zod";
import { moneySchema, toMinor } from "./money.ts";

const capture = z.looseObject({ id: z.string(), status: z.string(), amount: moneySchema });
type Capture = z.infer<typeof capture>;

const refund = z.looseObject({ id: z.string(), status: z.string(), amount: moneySchema });

const purchaseUnit = z.looseObject({
  custom_id: z.string().optional(),
  amount: moneySchema,
  payments: z
    .looseObject({ captures: z.array(capture).default([]), refunds: z.array(refund).default([]) })
    .optional(),
});

/** https://developer.paypal.com/docs/api/orders/v2/#definition-order */
export const orderSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  /** Ours have one each. */
  purchase_units: z.tuple([purchaseUnit], purchaseUnit),
  links: z.array(z.looseObject({ rel: z.string(), href: z.string() })).default([]),
});
export type Order = z.infer<typeof orderSchema>;

/** Where the guest agrees to the payment; null where there is nothing to agree to any more. */
export function approvalLinkOf({ links }: Order): string | null {
  return links.find(({ rel }) => rel === "payer-action" || rel === "approve")?.href ?? null;
}

/** The payment that counts: PayPal takes the money of an order once. */
export function captureOf({ purchase_units: [unit] }: Order): Capture | null {
  return unit.payments?.captures.at(-1) ?? null;
}

/** What was given back, in the currency's smallest unit. */
export function refundedOf({ purchase_units: [unit] }: Order): number {
  const refunds = unit.payments?.refunds ?? [];
  const done = refunds.filter(({ status }) => status === "COMPLETED" || status === "PENDING");
  return done.reduce((sum, refund) => sum + toMinor(refund.amount).amount, 0);
}
