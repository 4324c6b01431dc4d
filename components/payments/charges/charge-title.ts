import type { ChargeDto } from "#lib/payments/schema.ts";

/** What a payment is called: by its order, else by what the guest reads of it. */
export function chargeTitle({ orderId, description }: Pick<ChargeDto, "orderId" | "description">): string {
  return orderId === null ? (description ?? "Payment") : `Order ${orderId}`;
}
