import { lookUp } from "#lib/look-up.ts";
import type { Said } from "../contract/app-words.ts";
import { tell } from "./words.ts";

/** https://woocommerce.com/document/managing-orders/order-statuses/ */
const names = {
  pending: "order_pending",
  "on-hold": "order_on_hold",
  processing: "order_processing",
  completed: "order_completed",
  cancelled: "order_cancelled",
  refunded: "order_refunded",
  failed: "order_failed",
  "checkout-draft": "order_checkout_draft",
  trash: "order_trash",
} as const;

/** A status in plain words; those that plugins add as they are. */
export function orderStatusWords(status: string): Said {
  const name = lookUp<(typeof names)[keyof typeof names]>(names, status);
  return name === undefined ? tell("order_other", { status }) : tell(name);
}
