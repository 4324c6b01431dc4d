import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { flag, hint, id, listOfEach, listOfReadable, text, whole } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { askAdmin, connection, isGlobalId, nextCursor, searchTerm } from "./client.ts";
import { unreadable } from "./errors.ts";
import { tell } from "./words.ts";

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

/** A product in the input of an action. */
export const productField = trimmedText(255).min(1, "Choose a product").meta({
  title: "Product",
  description: "Choose it from the list, or give its SKU.",
  placeholder: "OIL-500",
  resource: "products",
});

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/productVariants */
export const variantsBySkuDocument = `query VariantsBySku($query: String!) {
  productVariants(first: 250, query: $query) { nodes { id sku } }
}`;

const variantData = z.looseObject({
  productVariants: z.looseObject({ nodes: listOfReadable(z.looseObject({ id, sku: hint })) }),
});

const skusPerQuery = 50;

/**
 * Ids of the variants that have these SKUs; one that the shop does not have is not in the answer.
 * @throws {ProviderError} conflict where two variants share one
 */
export async function findVariantsBySku(call: Call, skus: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(skus)];
  const found = new Map<string, string>();
  for (let from = 0; from < wanted.length; from += skusPerQuery) {
    const some = wanted.slice(from, from + skusPerQuery);
    const query = some.map((sku) => searchTerm("sku", sku)).join(" OR ");
    const answer = await askAdmin(call, {
      document: variantsBySkuDocument,
      variables: { query },
      data: variantData,
    });
    for (const { id: variantId, sku } of answer.productVariants.nodes) {
      if (!sku || !some.includes(sku)) continue;
      if (found.has(sku)) throw ambiguous(sku);
      found.set(sku, variantId);
    }
  }
  return found;
}

function ambiguous(sku: string): ProviderError {
  const message = tell("two_products_in_shop_have", { sku });
  return new ProviderError({ kind: "conflict", message });
}

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
    if (unread[0]) throw unreadable(`inventoryLevels: ${unread[0].field}: ${unread[0].code}`);
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
