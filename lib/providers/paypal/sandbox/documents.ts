import { randomBytes } from "node:crypto";
import { z } from "zod";

const letters = "ABCDEFGHJKLMNPRSTUVWXY0123456789";

/** How this sandbox keeps a PayPal business account. Times are ISO, in UTC; values are decimals, as PayPal writes them. */
export const merchantDocument = z.object({ name: z.string(), email: z.string(), payerId: z.string() });
export type MerchantDocument = z.infer<typeof merchantDocument>;

const money = z.object({ currency_code: z.string(), value: z.string() });
export type Money = z.infer<typeof money>;

export const orderDocument = z.object({
  status: z.enum(["CREATED", "PAYER_ACTION_REQUIRED", "APPROVED", "COMPLETED"]),
  amount: money,
  customId: z.string().nullable(),
  description: z.string().nullable(),
  /** Whether it was made with payment_source.paypal, which words its link otherwise. */
  hasPaymentSource: z.boolean(),
  /** The guest's card will be declined. */
  isDeclining: z.boolean(),
  captureId: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type OrderDocument = z.infer<typeof orderDocument>;

export const captureDocument = z.object({
  orderId: z.string(),
  status: z.enum(["COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED"]),
  amount: money,
  customId: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type CaptureDocument = z.infer<typeof captureDocument>;

export const refundDocument = z.object({
  captureId: z.string(),
  status: z.literal("COMPLETED"),
  amount: money,
  customId: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: z.string(),
});
export type RefundDocument = z.infer<typeof refundDocument>;

/** What a PayPal-Request-Id was used for. */
export const requestIdDocument = z.object({ resourceId: z.string(), usedAt: z.string() });

export const webhookDocument = z.object({
  url: z.string(),
  eventTypes: z.array(z.string()),
  /** Of the world that it belongs to, where its certificate is. */
  host: z.enum(["api.paypal.com", "api.sandbox.paypal.com"]),
});
export type WebhookDocument = z.infer<typeof webhookDocument>;

/** With which messages are signed: the certificate as PEM, the key in base64 of DER. */
export const signerDocument = z.object({
  certificateId: z.string(),
  certificate: z.string(),
  privateKey: z.string(),
});
export type SignerDocument = z.infer<typeof signerDocument>;

export const disputeDocument = z.object({
  captureId: z.string(),
  amount: money,
  status: z.enum(["WAITING_FOR_SELLER_RESPONSE", "RESOLVED"]),
  createdAt: z.string(),
});
export type DisputeDocument = z.infer<typeof disputeDocument>;

/** As PayPal makes them: capitals and digits. */
export function newId(length: number): string {
  return Array.from(randomBytes(length), (byte) => letters.charAt(byte % letters.length)).join("");
}
