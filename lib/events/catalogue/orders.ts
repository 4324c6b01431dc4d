import { z } from "zod";
import { defineEventType } from "./define.ts";
import { currency, customer, instant, minorUnits, orderLine, reference } from "./fields.ts";

const order = {
  orderId: reference,
  number: z.string().min(1).max(50),
  currency,
  totalAmount: minorUnits,
  taxAmount: minorUnits.optional(),
  tipAmount: minorUnits.optional(),
  lines: z.array(orderLine).min(1).max(500),
  customer: customer.optional(),
  tableNumber: z.string().max(50).optional(),
  qrCodeId: reference.optional(),
  note: z.string().max(2_000).optional(),
};

const exampleOrder = {
  orderId: "ord_1042",
  number: "1042",
  currency: "EUR",
  totalAmount: 3_450,
  taxAmount: 551,
  lines: [
    { sku: "PIZZA-MARG", name: "Pizza Margherita", quantity: 2, unitAmount: 1_250, totalAmount: 2_500 },
    { sku: "WINE-HOUSE", name: "House wine, 0.2 l", quantity: 1, unitAmount: 950, totalAmount: 950 },
  ],
  customer: { id: "cus_77", name: "Mara Klein", email: "mara@example.com", hasMarketingConsent: true },
  tableNumber: "12",
  qrCodeId: "qr_table_12",
};

export const orderPlaced = defineEventType({
  type: "order.placed",
  version: 1,
  source: "platform",
  group: "Orders",
  title: "Order placed",
  description: "A guest sent an order. It may not be paid yet.",
  schema: z.strictObject({ ...order, placedAt: instant.optional() }),
  example: { ...exampleOrder, note: "No basil, please.", placedAt: "2026-10-02T18:44:10Z" },
});

export const orderPaid = defineEventType({
  type: "order.paid",
  version: 1,
  source: "platform",
  group: "Orders",
  title: "Order paid",
  description: "The money for an order has arrived.",
  schema: z.strictObject({
    ...order,
    payment: z.strictObject({
      id: reference,
      method: z.enum(["card", "apple_pay", "google_pay", "paypal", "cash", "other"]),
      paidAt: instant,
    }),
  }),
  example: {
    ...exampleOrder,
    tipAmount: 300,
    totalAmount: 3_750,
    payment: { id: "pay_5512", method: "apple_pay", paidAt: "2026-10-02T19:20:31Z" },
  },
});

export const orderRefunded = defineEventType({
  type: "order.refunded",
  version: 1,
  source: "platform",
  group: "Orders",
  title: "Order refunded",
  description: "All or part of an order was paid back.",
  schema: z.strictObject({
    orderId: reference,
    number: z.string().min(1).max(50),
    refundId: reference,
    currency,
    refundedAmount: minorUnits,
    isFullRefund: z.boolean(),
    reason: z.string().max(500).optional(),
    customer: customer.optional(),
  }),
  example: {
    orderId: "ord_1042",
    number: "1042",
    refundId: "ref_88",
    currency: "EUR",
    refundedAmount: 950,
    isFullRefund: false,
    reason: "Wine was corked",
    customer: { id: "cus_77", email: "mara@example.com" },
  },
});
