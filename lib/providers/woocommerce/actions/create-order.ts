import { z } from "zod";
import { emailText, trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../action.ts";
import type { FieldMeta } from "../../auth.ts";
import { checkLineItems } from "../check-line-items.ts";
import { askStore } from "../client.ts";
import { orderStatus, orderStatusHelp, productId, variationId } from "../fields.ts";
import { findOrderByKey, keyMarks } from "../find-order-by-key.ts";
import { orderSchema } from "../order.ts";

const lineItem = z.strictObject({
  productId,
  variationId,
  quantity: z
    .int("Give the quantity as a whole number.")
    .min(1, "Order at least one.")
    .max(9_999)
    .meta({ title: "Quantity" } satisfies FieldMeta),
});

const name = (title: string) =>
  trimmedText(100)
    .optional()
    .meta({ title } satisfies FieldMeta);

const input = z.strictObject({
  lineItems: z
    .array(lineItem)
    .min(1, "An order needs at least one product.")
    .max(50, "An order takes at most 50 lines.")
    .meta({ title: "Products" } satisfies FieldMeta),
  firstName: name("First name"),
  lastName: name("Last name"),
  email: emailText("This is not an e-mail address.", 200)
    .optional()
    .meta({
      title: "E-mail",
      description: "Your shop sends its usual order e-mails there.",
    } satisfies FieldMeta),
  status: orderStatus.default("processing").meta({
    title: "Status",
    description: orderStatusHelp,
  } satisfies FieldMeta),
  note: trimmedText(1_000)
    .optional()
    .meta({
      title: "Note",
      description: "Stands on the order; the customer sees it too.",
      multiline: true,
    } satisfies FieldMeta),
});

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#create-an-order */
export const createOrder = defineAction({
  title: "Create an order",
  description: "Puts an order into your shop, as if it had been placed there.",
  scopes: ["read", "write"],
  effect: "write",
  mayCause: ["order.placed"],
  idempotency: "look_up_first",
  input,
  output: z.object({
    orderId: z.string(),
    number: z.string().describe("As your shop and your customer see it"),
    status: z.string(),
    total: z.string(),
    currency: z.string(),
  }),
  example: {
    lineItems: [
      { productId: "101", quantity: 2 },
      { productId: "104", variationId: "105", quantity: 1 },
    ],
    firstName: "Marta",
    lastName: "Silva",
    email: "marta@example.com",
    status: "processing",
    note: "Table 7, by QR code",
  },
  async run(call, order) {
    const earlier = call.isFirstUse ? null : await findOrderByKey(call);
    if (earlier) return toOutput(earlier);
    await checkLineItems(call, order.lineItems);
    const json = { ...toBody(order), ...keyMarks(call.idempotencyKey) };
    return toOutput(await askStore(call, { method: "POST", path: "orders", json }, orderSchema));
  },
});

function toBody({ lineItems, firstName, lastName, email, status, note }: z.output<typeof input>) {
  const billing = { first_name: firstName, last_name: lastName, email };
  return {
    status,
    line_items: lineItems.map((item) => ({
      product_id: Number(item.productId),
      ...(item.variationId === undefined ? {} : { variation_id: Number(item.variationId) }),
      quantity: item.quantity,
    })),
    ...(Object.values(billing).some(Boolean) ? { billing } : {}),
    ...(note ? { customer_note: note } : {}),
  };
}

function toOutput({ id, number, status, total, currency }: z.output<typeof orderSchema>) {
  return { orderId: id, number, status, total, currency };
}
