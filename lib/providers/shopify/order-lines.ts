import { z } from "zod";
import { minorToDecimal } from "#lib/money/decimal-minor.ts";
import type { FieldMeta } from "#lib/providers/contract/auth.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { emailText, trimmedText } from "#lib/text-schema.ts";
import { findVariantsBySku } from "./stock.ts";
import { tell } from "./words.ts";

const field = (meta: FieldMeta) => meta;

const amount = z.int("Give whole cents, such as 1250 for 12.50").min(0).max(99_999_999_999);

/** A line as our own order events have it, or a product chosen by hand. */
const orderLineInput = z.strictObject({
  variantId: trimmedText(200)
    .regex(/^gid:\/\/shopify\/ProductVariant\/\d+$/, "Choose a product from the list")
    .optional()
    .meta(field({ title: "Product", resource: "products" })),
  sku: trimmedText(200)
    .min(1)
    .optional()
    .meta(field({ title: "SKU", description: "Finds the product in your shop." })),
  name: trimmedText(255)
    .min(1)
    .optional()
    .meta(field({ title: "Name", description: "For what is not in your shop; needs a price." })),
  quantity: z
    .int()
    .min(1)
    .max(10_000)
    .meta(field({ title: "How many" })),
  unitAmount: amount.optional().meta(
    field({
      title: "Price of one, in cents",
      description: "Left out, your shop's own price counts.",
    }),
  ),
  totalAmount: amount.optional().meta(
    field({
      title: "Price of the line, in cents",
      description: "Counts where the price of one is left out.",
    }),
  ),
});

type OrderLineInput = z.output<typeof orderLineInput>;

export const createOrderInput = z.strictObject({
  lines: z
    .array(orderLineInput)
    .min(1, "An order needs at least one line")
    .max(250)
    .meta(field({ title: "Lines" })),
  currency: trimmedText(200)
    .regex(/^[A-Z]{3}$/, "Three capital letters, such as EUR")
    .optional()
    .meta(
      field({ title: "Currency", description: "Of the prices. Left out: your shop's.", placeholder: "EUR" }),
    ),
  paidAmount: amount.optional().meta(
    field({
      title: "Paid already, in cents",
      description: "What the guest has paid. Left out, the order waits for its payment.",
    }),
  ),
  number: trimmedText(50)
    .min(1)
    .optional()
    .meta(field({ title: "Your order number", description: "Stands beside the order in Shopify." })),
  email: emailText("That is not an email address")
    .optional()
    .meta(field({ title: "Email of the guest" })),
  note: trimmedText(2_000)
    .optional()
    .meta(field({ title: "Note", multiline: true })),
  tags: z
    .array(trimmedText(40).min(1))
    .max(20)
    .optional()
    .meta(field({ title: "Tags", description: "To find such orders again in Shopify." })),
  stock: z
    .enum(["decrease", "decrease_if_available", "leave"])
    .default("decrease")
    .meta(
      field({
        title: "Stock",
        description:
          "decrease: the stock goes down, below zero if need be. decrease_if_available: no order without stock. leave: the stock stays.",
      }),
    ),
  sendsReceipt: z
    .boolean()
    .default(false)
    .meta(field({ title: "Shopify sends the guest a confirmation", description: "Needs the email." })),
});

export type CreateOrderInput = z.output<typeof createOrderInput>;

/** https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/OrderCreateLineItemInput */
type ShopifyLine = {
  quantity: number;
  variantId?: string;
  title?: string;
  sku?: string;
  priceSet?: { shopMoney: { amount: string; currencyCode: string } };
};

/**
 * Lines in Shopify's form: the product where there is one, otherwise name and price.
 * @throws {ProviderError} invalid_input for a line that has neither
 */
export async function toShopifyLines(
  call: Call,
  lines: readonly OrderLineInput[],
  currencyCode: string,
): Promise<ShopifyLine[]> {
  const skus = lines.flatMap(({ variantId, sku }) => (variantId === undefined && sku ? [sku] : []));
  const variants = skus.length > 0 ? await findVariantsBySku(call, skus) : new Map<string, string>();
  return lines.map((line, index) => {
    const variantId = line.variantId ?? (line.sku ? variants.get(line.sku) : undefined);
    const minor = priceOfOne(line, index);
    const price =
      minor === undefined
        ? {}
        : { priceSet: { shopMoney: { amount: minorToDecimal(minor, currencyCode), currencyCode } } };
    if (variantId !== undefined) return { quantity: line.quantity, variantId, ...price };
    if (line.name === undefined || minor === undefined) throw unknownProduct(line, index);
    return { quantity: line.quantity, title: line.name, ...(line.sku ? { sku: line.sku } : {}), ...price };
  });
}

function priceOfOne(line: OrderLineInput, index: number): number | undefined {
  if (line.unitAmount !== undefined || line.totalAmount === undefined) return line.unitAmount;
  const minor = line.totalAmount / line.quantity;
  if (Number.isInteger(minor)) return minor;
  const message = tell("line", { index: index + 1 });
  throw new ProviderError({ kind: "invalid_input", message });
}

function unknownProduct({ sku }: OrderLineInput, index: number): ProviderError {
  const message = sku
    ? tell("line_2", { index: index + 1, sku })
    : tell("line_needs_product_name_price", { index: index + 1 });
  return new ProviderError({ kind: "invalid_input", message });
}
