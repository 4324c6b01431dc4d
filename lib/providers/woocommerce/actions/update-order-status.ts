import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { sentence } from "../../contract/sentence.ts";
import { askStore } from "../client.ts";
import {
  buildOrderUrl,
  orderId,
  orderSchema,
  orderStatus,
  orderStatusHelp,
  orderStatusWords,
} from "../order.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#update-an-order */
export const updateOrderStatus = defineAction({
  title: "Change an order's status",
  description: "Moves an order on in your shop, which then sends the emails that belong to the new status.",
  scopes: ["write"],
  effect: "write",
  mayCause: ["order.paid", "order.refunded"],
  idempotency: "upsert",
  input: z.strictObject({
    orderId,
    status: orderStatus.meta({ title: "New status", description: orderStatusHelp } satisfies FieldMeta),
  }),
  output: z.object({
    orderId: z.string(),
    number: z.string(),
    status: z.string(),
    statusInWords: sentence(),
  }),
  link: ({ orderId }, { accountId }) => buildOrderUrl(accountId, orderId),
  example: { orderId: "1202", status: "completed" },
  async run(call, { orderId: id, status }) {
    const order = await askStore(
      call,
      { method: "PUT", path: `orders/${id}`, json: { status } },
      orderSchema,
    );
    return {
      orderId: order.id,
      number: order.number,
      status: order.status,
      statusInWords: orderStatusWords(order.status),
    };
  },
});
