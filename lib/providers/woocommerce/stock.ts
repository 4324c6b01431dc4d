import { z } from "zod";
import { sentence } from "../contract/sentence.ts";
import { flag, id, optionalNumber, optionalText } from "../kit/lenient.ts";
import { plainText } from "./plain-text.ts";
import { stockStatusWords } from "./product.ts";

/** Where a product's or a variation's stock is read and set. */
export function stockPath({
  productId,
  variationId,
}: {
  productId: string;
  variationId?: string | undefined;
}) {
  return variationId === undefined
    ? `products/${productId}`
    : `products/${productId}/variations/${variationId}`;
}

/** Of both. A variation whose product counts for all of them says "parent". */
export const stockSchema = z.looseObject({
  id,
  name: optionalText,
  sku: optionalText,
  manage_stock: z.union([z.literal("parent").transform(() => true), flag]).nullish(),
  stock_quantity: optionalNumber,
  stock_status: optionalText,
});

export const stockOutput = z.object({
  name: z.string().describe("As your shop calls it; empty for a variation that has no name of its own"),
  sku: z.string().nullable(),
  isCounted: z.boolean().describe("Whether your shop counts pieces of it"),
  quantity: z.number().nullable().describe("Pieces on hand; null where they are not counted"),
  availability: sentence(),
});

export function describeStock(item: z.output<typeof stockSchema>): z.input<typeof stockOutput> {
  return {
    name: plainText(item.name ?? ""),
    sku: item.sku || null,
    isCounted: item.manage_stock === true,
    quantity: item.manage_stock ? (item.stock_quantity ?? null) : null,
    availability: stockStatusWords(item.stock_status ?? "unknown"),
  };
}
