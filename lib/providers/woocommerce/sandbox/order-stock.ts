import { findProduct, findVariation, saveProduct, saveVariation, withStock } from "./catalogue.ts";
import type { OrderDocument } from "./documents.ts";
import type { Shop } from "./shop.ts";

const takingStatuses: readonly OrderDocument["status"][] = ["processing", "completed", "on-hold"];
const returningStatuses: readonly OrderDocument["status"][] = ["cancelled", "pending"];

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
