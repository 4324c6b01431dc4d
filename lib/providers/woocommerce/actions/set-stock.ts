import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { askStore } from "../client.ts";
import { describeStock, productId, stockOutput, stockPath, stockSchema, variationId } from "../product.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#update-a-product */
export const setStock = defineAction({
  title: "Set stock",
  description: "Sets how many pieces of a product your shop has, and has the shop count them from then on.",
  scopes: ["write"],
  effect: "write",
  idempotency: "upsert",
  input: z.strictObject({
    productId,
    variationId,
    quantity: z
      .int("Give the stock as a whole number.")
      .min(0, "Stock cannot be less than nothing.")
      .max(1_000_000)
      .meta({ title: "Pieces in stock" } satisfies FieldMeta),
  }),
  output: stockOutput,
  example: { productId: "101", quantity: 25 },
  async run(call, { quantity, ...item }) {
    const json = { manage_stock: true, stock_quantity: quantity };
    return describeStock(await askStore(call, { method: "PUT", path: stockPath(item), json }, stockSchema));
  },
});
