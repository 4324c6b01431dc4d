import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { eventTexts as t } from "#lib/words/en/definitions/event-texts.ts";
import { defineEventType, told } from "./define.ts";
import { currency, customer, minorUnits, orderLine, reference } from "./fields.ts";

const order = {
  orderId: reference.meta(told(() => t("order_order_id"))),
  number: shortText(200)
    .min(1)
    .meta(told(() => t("order_number"))),
  currency,
  totalAmount: minorUnits.meta(told(() => t("order_total_amount"))),
  taxAmount: minorUnits.optional().meta(told(() => t("order_tax_amount"))),
  tipAmount: minorUnits.optional().meta(told(() => t("order_tip_amount"))),
  lines: z
    .array(orderLine)
    .min(1)
    .max(500)
    .meta(told(() => t("order_lines"))),
  customer: customer.optional().meta(told(() => t("order_customer"))),
  tableNumber: shortText(200)
    .optional()
    .meta(told(() => t("order_table_number"))),
  qrCodeId: shortText(200)
    .optional()
    .meta(told(() => t("order_qr_code_id"))),
  note: shortText(10_000)
    .optional()
    .meta(told(() => t("order_note"))),
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
  get group() {
    return t("group_orders");
  },
  get title() {
    return t("order_placed_title");
  },
  get description() {
    return t("order_placed_description");
  },
  about: { order: ["orderId"], amount: ["totalAmount"] },
  schema: z.strictObject({
    ...order,
    placedAt: instant.optional().meta(told(() => t("order_placed_placed_at"))),
    paypalOrderId: shortText(200)
      .optional()
      .meta(told(() => t("order_placed_paypal_order_id"))),
  }),
  example: { ...exampleOrder, note: "No basil, please.", placedAt: "2026-10-02T18:44:10Z" },
});

export const orderPaid = defineEventType({
  type: "order.paid",
  version: 1,
  source: "platform",
  get group() {
    return t("group_orders");
  },
  get title() {
    return t("order_paid_title");
  },
  get description() {
    return t("order_paid_description");
  },
  about: { order: ["orderId"], payment: ["payment", "id"], amount: ["totalAmount"] },
  schema: z.strictObject({
    ...order,
    payment: z
      .strictObject({
        id: reference.meta(told(() => t("order_paid_payment_id"))),
        method: z
          .enum(["card", "apple_pay", "google_pay", "paypal", "cash", "other"])
          .meta(told(() => t("order_paid_payment_method"))),
        paidAt: instant.meta(told(() => t("order_paid_payment_paid_at"))),
      })
      .meta(told(() => t("order_paid_payment"))),
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
  get group() {
    return t("group_orders");
  },
  get title() {
    return t("order_refunded_title");
  },
  get description() {
    return t("order_refunded_description");
  },
  about: { order: ["orderId"], payment: ["refundId"], amount: ["refundedAmount"] },
  schema: z.strictObject({
    orderId: order.orderId,
    number: order.number,
    refundId: reference.meta(told(() => t("order_refunded_refund_id"))),
    currency,
    refundedAmount: minorUnits.meta(told(() => t("order_refunded_refunded_amount"))),
    isFullRefund: z.boolean().meta(told(() => t("order_refunded_is_full_refund"))),
    reason: shortText(2_000)
      .optional()
      .meta(told(() => t("order_refunded_reason"))),
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
