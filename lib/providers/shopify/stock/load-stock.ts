import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { flag, hint, id, listOfEach, text, whole } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { askAdmin } from "../client.ts";
import { notUnderstood } from "../errors.ts";
import { isGlobalId } from "../global-id.ts";
import { connection, nextCursor } from "../page.ts";
import { tell } from "../words.ts";
import { findVariantsBySku } from "./find-variants-by-sku.ts";

/**
 * https://shopify.dev/docs/api/admin-graphql/2026-10/queries/productVariant
 * https://shopify.dev/docs/apps/build/orders-fulfillment/inventory-management-apps#inventory-states
 */
export const stockDocument = `query Stock($id: ID!, $after: String) {
  productVariant(id: $id) {
    id
    displayName
    sku
    inventoryItem {
      id
      tracked
      inventoryLevels(first: 50, after: $after) {
        nodes {
          location { id name }
          quantities(names: ["available", "on_hand", "committed"]) { name quantity }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

const level = z.looseObject({
  location: z.looseObject({ id, name: text }),
  quantities: listOfEach(z.looseObject({ name: text, quantity: whole })),
});
const data = z.looseObject({
  productVariant: z
    .looseObject({
      id,
      displayName: text,
      sku: hint,
      inventoryItem: z.looseObject({ id, tracked: flag, inventoryLevels: connection }),
    })
    .nullish(),
});

export type StockLevel = {
  locationId: string;
  location: string;
  /** Free to be sold. */
  available: number;
  /** In the house. */
  onHand: number;
  /** Sold and not sent yet. */
  committed: number;
};

export type Stock = {
  variantId: string;
  title: string;
  sku: string | null;
  inventoryItemId: string;
  /** Shopify counts it at all. */
  isTracked: boolean;
  levels: StockLevel[];
};

/**
 * The stock of a product, named by Shopify's id of the variant or by its SKU, at all locations.
 * @throws {ProviderError} not_found
 */
export async function loadStock(call: Call, reference: string): Promise<Stock> {
  const wanted = isGlobalId(reference, "ProductVariant") ? reference : await idOfSku(call, reference);
  const found: StockLevel[] = [];
  for (let after: string | null = null; ; ) {
    const variables: { id: string; after: string | null } = { id: wanted, after };
    const { productVariant } = await askAdmin(call, { document: stockDocument, variables, data });
    if (!productVariant) throw unknownProduct(reference);
    const { inventoryItem } = productVariant;
    // A level that is left out would be stock that is not there.
    const { items, unread } = readEach(inventoryItem.inventoryLevels.nodes, { id: "id" }, (record) =>
      toLevel(level.parse(record)),
    );
    if (unread[0]) throw notUnderstood(`inventoryLevels: ${unread[0].field}: ${unread[0].code}`);
    found.push(...items);
    after = nextCursor(inventoryItem.inventoryLevels);
    if (after !== null) continue;
    return {
      variantId: productVariant.id,
      title: productVariant.displayName,
      sku: productVariant.sku || null,
      inventoryItemId: inventoryItem.id,
      isTracked: inventoryItem.tracked,
      levels: found,
    };
  }
}

async function idOfSku(call: Call, sku: string): Promise<string> {
  const found = (await findVariantsBySku(call, [sku])).get(sku);
  if (found === undefined) throw unknownProduct(sku);
  return found;
}

function unknownProduct(reference: string): ProviderError {
  const message = tell("shop_has_no_product", { reference });
  return new ProviderError({ kind: "not_found", message });
}

function toLevel({ location, quantities }: z.output<typeof level>): StockLevel {
  const of = (name: string) => quantities.find((quantity) => quantity.name === name)?.quantity ?? 0;
  return {
    locationId: location.id,
    location: location.name,
    available: of("available"),
    onHand: of("on_hand"),
    committed: of("committed"),
  };
}
