import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import { sentence } from "../../contract/sentence.ts";
import { askStore } from "../client.ts";
import {
  buildOrderUrl,
  orderFields,
  orderId,
  orderItems,
  orderSchema,
  orderStatusWords,
  readShipments,
} from "../order.ts";

const time = z.iso.datetime().nullable();

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-an-order */
export const trackOrder = defineAction({
  title: "Track an order",
  description: "Tells how far an order is: status, total, dates and tracking numbers.",
  scopes: ["read"],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({ orderId }),
  output: z.object({
    orderId: z.string(),
    number: z.string(),
    status: z.string().describe("WooCommerce's own word"),
    statusInWords: sentence(),
    total: z.string(),
    currency: z.string(),
    items: z.array(z.object({ name: z.string(), quantity: z.number() })),
    createdAt: time,
    paidAt: time,
    completedAt: time,
    changedAt: z.iso.datetime(),
    shipments: z
      .array(
        z.object({
          carrier: z.string().nullable(),
          number: z.string().nullable(),
          url: z.string().nullable(),
          shippedAt: time,
        }),
      )
      .describe("Empty where the shop has no tracking plugin, or nothing was sent yet"),
  }),
  link: ({ orderId }, { accountId }) => buildOrderUrl(accountId, orderId),
  example: { orderId: "1201" },
  async run(call, { orderId: id }) {
    const query = { _fields: orderFields };
    const order = await askStore(call, { method: "GET", path: `orders/${id}`, query }, orderSchema);
    return {
      orderId: order.id,
      number: order.number,
      status: order.status,
      statusInWords: orderStatusWords(order.status),
      total: order.total,
      currency: order.currency,
      items: orderItems(order),
      createdAt: order.date_created_gmt ?? null,
      paidAt: order.date_paid_gmt ?? null,
      completedAt: order.date_completed_gmt ?? null,
      changedAt: order.changedAt ?? new Date(0).toISOString(),
      shipments: readShipments(order.meta_data),
    };
  },
});
