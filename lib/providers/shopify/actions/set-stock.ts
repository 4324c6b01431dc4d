import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { defineAction } from "#lib/providers/contract/action.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { askAdmin } from "../client.ts";
import { refuseUserErrors, userErrors } from "../errors.ts";
import { loadStock, productField, type Stock, type StockLevel } from "../stock.ts";
import { tell } from "../words.ts";

/**
 * What a refusal to set stock means.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/InventorySetQuantitiesUserErrorCode
 */
const stockRefusals = {
  CHANGE_FROM_QUANTITY_STALE: { kind: "conflict", message: tell("stock_not_what_expected_any") },
  IDEMPOTENCY_CONCURRENT_REQUEST: { kind: "unavailable", message: tell("same_change_being_made_in") },
  IDEMPOTENCY_KEY_PARAMETER_MISMATCH: { kind: "conflict", message: tell("another_change_made_under_same") },
  IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED: { kind: "conflict", message: tell("refused_change_before_does_not") },
  INVALID_INVENTORY_ITEM: { kind: "not_found", message: tell("shop_does_not_have_product") },
  INVALID_LOCATION: { kind: "not_found", message: tell("shop_does_not_have_location") },
  NON_MUTABLE_INVENTORY_ITEM: { kind: "invalid_input", message: tell("product_bundle") },
} as const;

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

/**
 * The level that is meant: at the location named, or at the only one.
 * @throws {ProviderError} invalid_input where the product is not counted, not kept there, or kept in several places
 */
function levelAt(stock: Stock, locationId: string | undefined): StockLevel {
  if (!stock.isTracked) {
    throw refused(tell("does_not_count_stock", { title: stock.title }));
  }
  if (locationId !== undefined) {
    const level = stock.levels.find((one) => one.locationId === locationId);
    if (level) return level;
    throw refused(tell("not_kept_location", { title: stock.title }));
  }
  const [only, ...others] = stock.levels;
  if (only && others.length === 0) return only;
  throw refused(
    only
      ? tell("kept_in_several_places", { title: stock.title })
      : tell("kept_no_location", { title: stock.title }),
  );
}

function refused(message: Message): ProviderError {
  return new ProviderError({ kind: "invalid_input", message });
}
