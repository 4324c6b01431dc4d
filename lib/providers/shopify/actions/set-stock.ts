import { z } from "zod";
import { defineAction } from "#lib/providers/contract/action.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { askAdmin } from "../client.ts";
import { levelAt } from "../stock/level-at.ts";
import { loadStock } from "../stock/load-stock.ts";
import { productField } from "../stock/product-field.ts";
import { stockRefusals } from "../stock/stock-refusals.ts";
import { refuseUserErrors, userErrors } from "../user-errors.ts";

/**
 * The directive is required for this mutation.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/inventorySetQuantities
 * https://shopify.dev/docs/api/usage/implementing-idempotency
 */
export const setQuantitiesDocument = `mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id }
    userErrors { code field message }
  }
}`;

const data = z.looseObject({ inventorySetQuantities: z.looseObject({ userErrors }) });

const quantity = z.int("Give a whole number").min(0, "Stock cannot be set below zero").max(1_000_000_000);

export const setStock = defineAction({
  title: "Set stock",
  description: "Sets how many pieces of a product are free to be sold at one of your locations.",
  scopes: ["read_products", "read_inventory", "write_inventory", "read_locations"],
  effect: "write",
  idempotency: "native_key",
  input: z.strictObject({
    product: productField,
    location: trimmedText(200)
      .regex(/^gid:\/\/shopify\/Location\/\d+$/, "Choose a location from the list")
      .optional()
      .meta({
        title: "Location",
        description: "Where the stock lies. Needed only for products that you keep in several places.",
        resource: "locations",
      }),
    quantity: quantity.meta({ title: "Pieces", description: "How many are free to be sold from now on." }),
    expected: quantity.optional().meta({
      title: "Only if there are now",
      description:
        "Nothing is changed where the stock is another by now. Left out, it is set whatever it was.",
    }),
  }),
  output: z.object({
    variantId: z.string(),
    title: z.string(),
    locationId: z.string(),
    location: z.string(),
    available: z.int(),
  }),
  example: { product: "OIL-500", location: "gid://shopify/Location/80310001", quantity: 24 },
  run: async (call, input) => {
    const stock = await loadStock(call, input.product);
    const { locationId, location } = levelAt(stock, input.location);
    const variables = {
      key: call.idempotencyKey,
      input: {
        name: "available",
        reason: "correction",
        quantities: [
          {
            inventoryItemId: stock.inventoryItemId,
            locationId,
            quantity: input.quantity,
            // null, and not left out, is what switches the comparison off.
            changeFromQuantity: input.expected ?? null,
          },
        ],
      },
    };
    const answer = await askAdmin(call, { document: setQuantitiesDocument, variables, data });
    refuseUserErrors(answer.inventorySetQuantities.userErrors, stockRefusals);
    const { variantId, title } = stock;
    return { variantId, title, locationId, location, available: input.quantity };
  },
});
