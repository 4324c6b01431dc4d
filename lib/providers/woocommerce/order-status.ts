import { lookUp } from "#lib/look-up.ts";

/** https://woocommerce.com/document/managing-orders/order-statuses/ */
const words: Readonly<Record<string, string>> = {
  pending: "Waiting for payment",
  "on-hold": "On hold until the payment is confirmed",
  processing: "Paid, being prepared",
  completed: "Done",
  cancelled: "Cancelled",
  refunded: "Refunded",
  failed: "Payment failed",
  "checkout-draft": "Not placed yet",
  trash: "Thrown away",
};

/** A status in plain words; those that plugins add as they are. */
export function orderStatusWords(status: string): string {
  return lookUp(words, status) ?? status;
}
