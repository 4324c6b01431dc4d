import { createHash } from "node:crypto";
import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import type { CaptureDocument, MerchantDocument, OrderDocument } from "./documents.ts";

const openedAt = "2026-06-12T18:05:00.000Z";

/** The PayPal business account of a small restaurant: orders at every stage. */
export function seedAccount({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const payerId = createPayerId(slug);
  const merchant = { name, email: `money@${slug}.example`, payerId } satisfies MerchantDocument;
  const entries: [string, string, Record<string, unknown>][] = [
    ["merchant", "merchant", merchant],
    ["order", "2GG279541U471931P", order("COMPLETED", "48.20", "1027", { captureId: "3C679366HH908993F" })],
    ["capture", "3C679366HH908993F", capture("2GG279541U471931P", "48.20", "1027")],
    ["order", "5O190127TN364715T", order("APPROVED", "31.50", "1041")],
    ["order", "8AC96375DC881630B", order("APPROVED", "19.90", "1039", { isDeclining: true })],
    ["order", "6F8872213T547092C", order("PAYER_ACTION_REQUIRED", "26.00", "1040")],
  ];
  return {
    externalId: payerId,
    label: name,
    objects: entries.map(([kind, id, data]) => ({ kind, id, data })),
  };
}

/** https://developer.paypal.com/docs/api/orders/v2/#definition-payer_base: neither 0 and 1 nor I and O. */
const payerIdCharacters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

function createPayerId(slug: string): string {
  const bytes = createHash("sha256").update(slug).digest().subarray(0, 13);
  return Array.from(bytes, (byte) => payerIdCharacters.charAt(byte % payerIdCharacters.length)).join("");
}

function order(
  status: OrderDocument["status"],
  value: string,
  customId: string,
  more: Partial<OrderDocument> = {},
): OrderDocument {
  return {
    status,
    amount: { currency_code: "EUR", value },
    customId,
    description: null,
    hasPaymentSource: true,
    isDeclining: false,
    captureId: null,
    createdAt: openedAt,
    updatedAt: openedAt,
    ...more,
  };
}

function capture(orderId: string, value: string, customId: string): CaptureDocument {
  const amount = { currency_code: "EUR", value };
  return { orderId, status: "COMPLETED", amount, customId, createdAt: openedAt, updatedAt: openedAt };
}
