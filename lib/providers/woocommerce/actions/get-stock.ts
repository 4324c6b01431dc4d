import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import { askStore } from "../client.ts";
import { describeStock, productId, stockOutput, stockPath, stockSchema, variationId } from "../product.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-a-product */
export const getStock = defineAction({
  title: "Look up stock",
  description: "Tells how many pieces of a product your shop has.",
  scopes: ["read"],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({ productId, variationId }),
  output: stockOutput,
  example: { productId: "104", variationId: "105" },
  run: async (call, item) =>
    describeStock(await askStore(call, { method: "GET", path: stockPath(item) }, stockSchema)),
});
