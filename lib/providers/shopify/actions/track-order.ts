import { z } from "zod";
import { defineAction } from "#lib/providers/contract/action.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { findOrder } from "../orders/find-order.ts";
import { answerOrder, orderAnswer } from "../orders/order-answer.ts";

export const trackOrder = defineAction({
  title: "Track an order",
  description: "Tells whether an order is paid and sent, and where its parcels are.",
  scopes: ["read_orders"],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({
    order: trimmedText(100).min(1, "Give the order's number").meta({
      title: "Order",
      description: "Its number, such as #1042, or choose it from the list.",
      placeholder: "#1042",
      resource: "orders",
    }),
  }),
  output: z.object({
    ...orderAnswer,
    isCancelled: z.boolean(),
    placedAt: z.string(),
    updatedAt: z.string(),
    parcels: z.array(
      z.object({
        status: z.string().nullable().describe("IN_TRANSIT, DELIVERED, …"),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        trackingUrl: z.string().nullable(),
      }),
    ),
  }),
  link: ({ adminUrl }) => adminUrl,
  example: { order: "#1002" },
  run: async (call, input) => {
    const order = await findOrder(call, input.order);
    return {
      ...answerOrder(order, call.settings),
      isCancelled: order.cancelledAt !== undefined,
      placedAt: order.createdAt ?? "",
      updatedAt: order.updatedAt ?? "",
      parcels: order.fulfillments.flatMap(({ displayStatus, trackingInfo }) =>
        trackingInfo.map(({ company, number, url }) => ({
          status: displayStatus ?? null,
          carrier: company ?? null,
          trackingNumber: number ?? null,
          trackingUrl: url ?? null,
        })),
      ),
    };
  },
});
