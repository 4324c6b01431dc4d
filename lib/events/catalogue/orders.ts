import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { defineEventType } from "./define.ts";
import { currency, customer, minorUnits, orderLine, reference } from "./fields.ts";

const order = {
  orderId: reference.describe("Your id of the order"),
  number: shortText(200).min(1).describe("The number that guest and staff see"),
  currency,
  totalAmount: minorUnits.describe("What the guest pays, tax and tip included, in minor units such as cents"),
  taxAmount: minorUnits.optional().describe("The tax within the total, in minor units"),
  tipAmount: minorUnits.optional().describe("The tip within the total, in minor units"),
  lines: z.array(orderLine).min(1).max(500).describe("What was ordered, line by line"),
  customer: customer.optional().describe("Who ordered, where that is known"),
  tableNumber: shortText(200).optional().describe("The table that it goes to"),
  qrCodeId: shortText(200).optional().describe("The code that the guest scanned"),
  note: shortText(10_000).optional().describe("What the guest wrote"),
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
  about: { order: ["orderId"], amount: ["totalAmount"] },
  schema: z.strictObject({
    ...order,
    placedAt: instant.optional().describe("When it was sent"),
    paypalOrderId: shortText(200)
      .optional()
      .describe("PayPal's number of the order to whose payment the guest agreed there, where they did"),
  }),
  example: { ...exampleOrder, note: "No basil, please.", placedAt: "2026-10-02T18:44:10Z" },
});

export const orderPaid = defineEventType({
  type: "order.paid",
  version: 1,
  source: "platform",
  group: "Orders",
  title: "Order paid",
  description: "The money for an order has arrived.",
  about: { order: ["orderId"], payment: ["payment", "id"], amount: ["totalAmount"] },
  schema: z.strictObject({
    ...order,
    payment: z
      .strictObject({
        id: reference.describe("Your id of the payment"),
        method: z
          .enum(["card", "apple_pay", "google_pay", "paypal", "cash", "other"])
          .describe("How it was paid"),
        paidAt: instant.describe("When the money arrived"),
      })
      .describe("The payment that settled it"),
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
  about: { order: ["orderId"], payment: ["refundId"], amount: ["refundedAmount"] },
  schema: z.strictObject({
    orderId: order.orderId,
    number: order.number,
    refundId: reference.describe("Your id of the refund"),
    currency,
    refundedAmount: minorUnits.describe("What was paid back, in minor units such as cents"),
    isFullRefund: z.boolean().describe("The whole order was paid back"),
    reason: shortText(2_000).optional().describe("Why, in your words"),
    customer: order.customer,
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
