import { randomBytes } from "node:crypto";
import { z } from "zod";

const failure = z.object({ code: z.string(), declineCode: z.string().nullable(), message: z.string() });
export type Failure = z.infer<typeof failure>;

const metadata = z.record(z.string(), z.string());

export const paymentDocument = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  status: z.enum([
    "succeeded",
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "canceled",
  ]),
  created: z.int(),
  description: z.string().nullable(),
  paymentMethod: z.string().nullable(),
  latestCharge: z.string().nullable(),
  feeAmount: z.int().nullable(),
  failure: failure.nullable(),
  metadata,
  customer: z.string().nullable().default(null),
  /** What the card may be used for later. */
  futureUsage: z.enum(["off_session", "on_session"]).nullable().default(null),
  /** Where the guest confirms the payment, while it waits for that. */
  actionUrl: z.string().nullable().default(null),
});
export type PaymentDocument = z.infer<typeof paymentDocument>;

export const chargeDocument = z.object({
  id: z.string(),
  payment: z.string(),
  amount: z.int(),
  amountRefunded: z.int(),
  currency: z.string(),
  status: z.enum(["succeeded", "failed"]),
  created: z.int(),
  description: z.string().nullable(),
  paymentMethod: z.string(),
  brand: z.string(),
  last4: z.string(),
  fee: z.string().nullable(),
  feeAmount: z.int().nullable(),
  isDisputed: z.boolean(),
  failure: failure.nullable(),
  metadata,
  customer: z.string().nullable().default(null),
  /** In the balance; null for what was charged before the sandbox kept one, and for what failed. */
  transaction: z.string().nullable().default(null),
});
export type ChargeDocument = z.infer<typeof chargeDocument>;

/** The platform's share of a charge. It belongs to the platform, and is kept with the account that it came of. */
export const feeDocument = z.object({
  id: z.string(),
  charge: z.string(),
  amount: z.int(),
  amountRefunded: z.int(),
  currency: z.string(),
  created: z.int(),
  /** In the platform's balance. */
  transaction: z.string().nullable().default(null),
});
export type FeeDocument = z.infer<typeof feeDocument>;

export const refundDocument = z.object({
  id: z.string(),
  charge: z.string(),
  payment: z.string(),
  amount: z.int(),
  currency: z.string(),
  reason: z.string().nullable(),
  created: z.int(),
  metadata,
  status: z.enum(["succeeded", "pending", "failed", "canceled"]).default("succeeded"),
  pendingReason: z.enum(["processing", "insufficient_funds"]).nullable().default(null),
  failureReason: z.string().nullable().default(null),
  transaction: z.string().nullable().default(null),
  /** What put the money back after it failed. */
  failureTransaction: z.string().nullable().default(null),
});
export type RefundDocument = z.infer<typeof refundDocument>;

/** `ch_3…`: Stripe's ids are letters and digits behind a prefix. */
export function newId(prefix: string): string {
  return `${prefix}_3${randomBytes(11).toString("hex")}`;
}
