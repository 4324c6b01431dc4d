import {
  type OrderDocument,
  type ProductDocument,
  productDocument,
  type Shop,
  type VariationDocument,
  variationDocument,
} from "./documents.ts";
import { presentProduct, presentVariation } from "./present-product.ts";
import { sendWebhooks } from "./webhook-sender.ts";

const takingStatuses: readonly OrderDocument["status"][] = ["processing", "completed", "on-hold"];

const returningStatuses: readonly OrderDocument["status"][] = ["cancelled", "pending"];

export async function findProduct({ context }: Shop, id: string): Promise<ProductDocument | null> {
  const product = await context.store.get("product", id, productDocument);
  return product && product.status !== "trash" ? product : null;
}

export async function findVariation({ context }: Shop, id: string): Promise<VariationDocument | null> {
  return context.store.get("variation", id, variationDocument);
}

export async function listVariations({ context }: Shop, productId: string) {
  const variations = await context.store.list("variation", variationDocument);
  return variations.filter(({ data }) => data.parentId === productId);
}

export async function presentedProduct(shop: Shop, id: string, product: ProductDocument) {
  const variations = (await listVariations(shop, id)).map((variation) => variation.id);
  return presentProduct(id, product, variations, shop);
}

/** Keeps a product that changed, and tells the webhooks. */
export async function saveProduct(
  shop: Shop,
  id: string,
  changed: ProductDocument,
): Promise<ProductDocument> {
  const product = { ...changed, modifiedAt: shop.now };
  await shop.context.store.put("product", id, product);
  await sendWebhooks(shop, "product.updated", await presentedProduct(shop, id, product));
  return product;
}

export async function saveVariation(
  shop: Shop,
  id: string,
  changed: VariationDocument,
): Promise<VariationDocument> {
  const variation = { ...changed, modifiedAt: shop.now };
  await shop.context.store.put("variation", id, variation);
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

/** Takes an order's pieces off the stock, or puts them back, as its status asks: wc_maybe_reduce_stock_levels. */
export async function settleStock(shop: Shop, order: OrderDocument): Promise<OrderDocument> {
  if (!order.hasReducedStock && takingStatuses.includes(order.status)) {
    await moveStock(shop, order, -1);
    return { ...order, hasReducedStock: true };
  }
  if (order.hasReducedStock && returningStatuses.includes(order.status)) {
    await moveStock(shop, order, 1);
    return { ...order, hasReducedStock: false };
  }
  return order;
}

async function moveStock(shop: Shop, { lineItems }: OrderDocument, sign: 1 | -1): Promise<void> {
  for (const { productId, variationId, quantity } of lineItems) {
    const variation = await findVariation(shop, String(variationId));
    if (variation?.manageStock) {
      const left = (variation.stockQuantity ?? 0) + sign * quantity;
      await saveVariation(shop, String(variationId), withStock(variation, left));
      continue;
    }
    const product = await findProduct(shop, String(productId));
    if (!product?.manageStock) continue;
    const left = (product.stockQuantity ?? 0) + sign * quantity;
    await saveProduct(shop, String(productId), withStock(product, left));
  }
}

/** An order under another status, with the times that follow from it. */
export function withStatus(
  order: OrderDocument,
  status: OrderDocument["status"],
  now: string,
): OrderDocument {
  const isPaid = status === "processing" || status === "completed";
  return {
    ...order,
    status,
    modifiedAt: now,
    paidAt: order.paidAt ?? (isPaid ? now : null),
    completedAt: status === "completed" ? (order.completedAt ?? now) : order.completedAt,
  };
}
