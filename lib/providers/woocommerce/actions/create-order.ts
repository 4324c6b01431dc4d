import { z } from "zod";
import { lookUpFirst } from "#lib/providers/kit/once.ts";
import { emailText, shortText, trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { askStore } from "../client.ts";
import { checkLineItems, type FeeLine, type ProductLine, resolveLines } from "../lines.ts";
import { findOrderByKey, keyMarks } from "../mark.ts";
import { buildOrderUrl, orderSchema, orderStatus, orderStatusHelp } from "../order.ts";
import { productId, variationId } from "../product.ts";

const lineItem = z.strictObject({
  productId: productId.optional(),
  variationId,
  sku: trimmedText(200)
    .min(1)
    .optional()
    .meta({ title: "SKU", description: "Finds the product in your shop." } satisfies FieldMeta),
  name: trimmedText(255)
    .min(1)
    .optional()
    .meta({ title: "Name", description: "For what is not in your shop; needs a price." } satisfies FieldMeta),
  totalAmount: z
    .int()
    .min(0)
    .max(99_999_999_999)
    .optional()
    .meta({
      title: "Price of the line, in cents",
      description: "For what is not in your shop. For a product the shop's own price counts.",
    } satisfies FieldMeta),
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
    .array(
      lineItem.refine(
        ({ productId, sku, name, totalAmount }) =>
          productId !== undefined || sku !== undefined || (name !== undefined && totalAmount !== undefined),
        "Give the product, its SKU, or a name and a price.",
      ),
    )
    .min(1, "An order needs at least one product.")
    .max(50, "An order takes at most 50 lines.")
    .meta({ title: "Products" } satisfies FieldMeta),
  firstName: name("First name"),
  lastName: name("Last name"),
  email: emailText("This is not an email address.", 200)
    .optional()
    .meta({
      title: "Email",
      description: "Your shop sends its usual order emails there.",
    } satisfies FieldMeta),
  status: orderStatus.default("processing").meta({
    title: "Status",
    description: orderStatusHelp,
  } satisfies FieldMeta),
  currency: shortText(200)
    .regex(/^[A-Z]{3}$/, "Give the currency as EUR.")
    .optional()
    .meta({
      title: "Currency",
      description: "Of the order. Left out: your shop's.",
      placeholder: "EUR",
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
  makes: "order",
  idempotency: "look_up_first",
  input,
  output: z.object({
    orderId: z.string(),
    number: z.string().describe("As your shop and your customer see it"),
    status: z.string(),
    total: z.string(),
    currency: z.string(),
  }),
  link: ({ orderId }, { accountId }) => buildOrderUrl(accountId, orderId),
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
    const { made } = await lookUpFirst(call, {
      find: () => findOrderByKey(call),
      make: async () => {
        const lines = await resolveLines(call, order.lineItems, order.currency);
        if (lines.products.length > 0) await checkLineItems(call, lines.products);
        const json = { ...toBody(order, lines), ...keyMarks(call.idempotencyKey) };
        return askStore(call, { method: "POST", path: "orders", json }, orderSchema);
      },
    });
    return toOutput(made);
  },
});

function toBody(
  { firstName, lastName, email, status, currency, note }: z.output<typeof input>,
  { products, fees }: { products: readonly ProductLine[]; fees: readonly FeeLine[] },
) {
  const billing = { first_name: firstName, last_name: lastName, email };
  return {
    status,
    ...(currency ? { currency } : {}),
    line_items: products.map((item) => ({
      product_id: Number(item.productId),
      ...(item.variationId === undefined ? {} : { variation_id: Number(item.variationId) }),
      quantity: item.quantity,
    })),
    ...(fees.length > 0 ? { fee_lines: fees } : {}),
    ...(Object.values(billing).some(Boolean) ? { billing } : {}),
    ...(note ? { customer_note: note } : {}),
  };
}

function toOutput({ id, number, status, total, currency }: z.output<typeof orderSchema>) {
  return { orderId: id, number, status, total, currency };
}
