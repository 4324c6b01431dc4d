import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";
import { isTest } from "./auth.ts";
import { currencies, moneySchema, toMinor } from "./money.ts";

export const amount = z
  .int("Give the amount in whole cents, without a point.")
  .min(1, "The amount is above zero.")
  .max(99_999_999_999, "PayPal takes no such amount.");

export const amountHelp = "In the smallest unit of the currency: 3150 is 31.50.";

export const currency = z.enum(currencies, { error: "Choose a currency that PayPal knows." });

export const orderId = trimmedText(200)
  .regex(
    /^[A-Z0-9]{10,36}$/,
    "The number of a PayPal order is capitals and digits, such as 5O190127TN364715T.",
  )
  .meta({
    title: "PayPal order",
    description: "Its number at PayPal, from “Create an order”.",
    placeholder: "5O190127TN364715T",
  } satisfies FieldMeta);

export const captureId = trimmedText(200)
  .regex(/^[A-Z0-9]{10,36}$/, "The number of a payment is capitals and digits, such as 3C679366HH908993F.")
  .meta({
    title: "Payment",
    description: "Its number at PayPal, from “Take the money”; guests see it as the transaction.",
    placeholder: "3C679366HH908993F",
  } satisfies FieldMeta);

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
export function findApprovalLink({ links }: Order): string | null {
  return links.find(({ rel }) => rel === "payer-action" || rel === "approve")?.href ?? null;
}

/** The payment that counts: PayPal takes the money of an order once. */
export function findCapture({ purchase_units: [unit] }: Order): Capture | null {
  return unit.payments?.captures.at(-1) ?? null;
}

/** What was given back, in the currency's smallest unit. */
export function sumRefunds({ purchase_units: [unit] }: Order): number {
  const refunds = unit.payments?.refunds ?? [];
  const done = refunds.filter(({ status }) => status === "COMPLETED" || status === "PENDING");
  return done.reduce((sum, refund) => sum + toMinor(refund.amount).amount, 0);
}

/** Where a merchant looks at a payment or a refund in their account's activity. */
export function buildPaymentPageUrl(settings: Readonly<Record<string, string>>, id: string): string {
  const host = isTest(settings) ? "www.sandbox.paypal.com" : "www.paypal.com";
  return `https://${host}/activity/payment/${id}`;
}
