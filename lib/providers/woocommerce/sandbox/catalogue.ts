import {
  type ProductDocument,
  productDocument,
  type VariationDocument,
  variationDocument,
} from "./documents.ts";
import { presentProduct, presentVariation } from "./present-product.ts";
import type { Shop } from "./shop.ts";
import { sendWebhooks } from "./webhook-sender.ts";

export async function findProduct({ desk }: Shop, id: string): Promise<ProductDocument | null> {
  const product = await desk.store.get("product", id, productDocument);
  return product && product.status !== "trash" ? product : null;
}

export async function findVariation({ desk }: Shop, id: string): Promise<VariationDocument | null> {
  return desk.store.get("variation", id, variationDocument);
}

export async function variationsOf({ desk }: Shop, productId: string) {
  const variations = await desk.store.list("variation", variationDocument);
  return variations.filter(({ data }) => data.parentId === productId);
}

export async function presentedProduct(shop: Shop, id: string, product: ProductDocument) {
  const variations = (await variationsOf(shop, id)).map((variation) => variation.id);
  return presentProduct(id, product, variations, shop);
}

/** Keeps a product that changed, and tells the webhooks. */
export async function saveProduct(
  shop: Shop,
  id: string,
  changed: ProductDocument,
): Promise<ProductDocument> {
  const product = { ...changed, modifiedAt: shop.now };
  await shop.desk.store.put("product", id, product);
  await sendWebhooks(shop, "product.updated", await presentedProduct(shop, id, product));
  return product;
}

export async function saveVariation(
  shop: Shop,
  id: string,
  changed: VariationDocument,
): Promise<VariationDocument> {
  const variation = { ...changed, modifiedAt: shop.now };
  await shop.desk.store.put("variation", id, variation);
  const payload = { ...presentVariation(id, variation, shop), variations: [] };
  await sendWebhooks(shop, "product.updated", payload);
  return variation;
}

/** The stock fields of a product or variation with other pieces in stock. */
export function withStock<
  Item extends Pick<ProductDocument, "manageStock" | "stockQuantity" | "stockStatus">,
>(item: Item, quantity: number): Item {
  return { ...item, stockQuantity: quantity, stockStatus: quantity > 0 ? "instock" : "outofstock" };
}
