import { payments as t } from "#lib/words/en/screens/payments.ts";

/** What an order is called by its id: "Order 1042" of `ord_1042`; an id that is no number as it is. */
export function orderTitle(orderId: string): string {
  const number = /^\W*(?:order|ord)[\W_]*(\d+)$/i.exec(orderId)?.[1];
  return t("order_title", { order: number ?? orderId });
}
