import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { Said } from "../../contract/app-words.ts";
import { sentence } from "../../contract/sentence.ts";
import { api } from "../client.ts";
import { toMinor } from "../money.ts";
import { findApprovalLink, findCapture, type Order, orderId, orderSchema, sumRefunds } from "../order.ts";
import { tell } from "../words.ts";

/** https://developer.paypal.com/docs/api/orders/v2/#orders_get */
export const getOrder = defineAction({
  title: "Look an order up",
  description: "Tells how far a PayPal order is: agreed to, paid, refunded.",
  scopes: [],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({ orderId }),
  output: z.object({
    orderId: z.string(),
    status: z.string(),
    meaning: sentence("The status in words"),
    amount: z.int().describe("In the currency's smallest unit"),
    currency: z.string(),
    reference: z.string().nullable(),
    captureId: z.string().nullable(),
    refundedAmount: z.int(),
    approveUrl: z.string().nullable(),
  }),
  example: { orderId: "2GG279541U471931P" },
  async run(call, { orderId }) {
    const path = `/v2/checkout/orders/${orderId}`;
    const order = await api.ask(call, { method: "GET", path }, orderSchema);
    const [unit] = order.purchase_units;
    return {
      orderId: order.id,
      status: order.status,
      meaning: describeOrder(order),
      ...toMinor(unit.amount),
      reference: unit.custom_id ?? null,
      captureId: findCapture(order)?.id ?? null,
      refundedAmount: sumRefunds(order),
      approveUrl: order.status === "COMPLETED" ? null : findApprovalLink(order),
    };
  },
});

function describeOrder(order: Order): Said {
  switch (order.status) {
    case "CREATED":
    case "SAVED":
    case "PAYER_ACTION_REQUIRED":
      return tell("order_not_agreed");
    case "APPROVED":
      return tell("order_agreed");
    case "VOIDED":
      return tell("order_given_up");
    case "COMPLETED":
      return findCapture(order)?.status === "PENDING" ? tell("order_on_its_way") : paidMeaning(order);
    default:
      return tell("order_at_work");
  }
}

function paidMeaning(order: Order): Said {
  const refunded = sumRefunds(order);
  const paid = findCapture(order);
  if (refunded === 0 || !paid) return tell("order_paid");
  return refunded >= toMinor(paid.amount).amount ? tell("order_given_back") : tell("order_part_given_back");
}
