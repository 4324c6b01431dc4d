import { type PageArgs, toConnection } from "../paging.ts";
import type { ProductObject, Stored, VariantObject } from "../shop.ts";
import { type Catalogue, countStock, gid } from "../shop.ts";
import { inventoryItemView } from "./inventory-view.ts";

/** Product, as resolvers of GraphQL. */
export function productView(
  catalogue: Catalogue,
  { id, data: product }: Stored<ProductObject>,
  scopes: ReadonlySet<string>,
) {
  const tracked = product.variants.filter(({ isTracked }) => isTracked);
  const prices = product.variants.map(({ price }) => price).sort((one, other) => Number(one) - Number(other));
  const money = (amount = "0.00") => ({ amount, currencyCode: catalogue.shop.currency });
  return {
    id: gid("Product", id),
    legacyResourceId: id,
    title: product.title,
    status: product.status,
    vendor: product.vendor,
    productType: product.productType,
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
    tracksInventory: tracked.length > 0,
    totalInventory: tracked.reduce((sum, variant) => sum + countStock(catalogue, variant.inventoryItemId), 0),
    priceRangeV2: { minVariantPrice: money(prices.at(0)), maxVariantPrice: money(prices.at(-1)) },
    variants: (args: PageArgs) =>
      toConnection(
        product.variants.map((variant, index) => ({
          item: variantView(catalogue, { id, data: product }, variant, scopes),
          place: { id: variant.id, value: String(index).padStart(4, "0") },
        })),
        args,
      ),
  };
}

/** ProductVariant, as resolvers of GraphQL. */
export function variantView(
  catalogue: Catalogue,
  product: Stored<ProductObject>,
  variant: VariantObject,
  scopes: ReadonlySet<string>,
) {
  return {
    id: gid("ProductVariant", variant.id),
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${product.data.title} - ${variant.title}`,
    sku: variant.sku,
    price: variant.price,
    position: product.data.variants.indexOf(variant) + 1,
    updatedAt: product.data.updatedAt,
    inventoryQuantity: variant.isTracked ? countStock(catalogue, variant.inventoryItemId) : 0,
    inventoryItem: () => inventoryItemView(catalogue, variant, scopes),
    product: () => productView(catalogue, product, scopes),
  };
}
