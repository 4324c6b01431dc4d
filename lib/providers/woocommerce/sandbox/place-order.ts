import { findProduct, findVariation } from "./catalogue.ts";
import type { OrderDocument } from "./documents.ts";
import { settleStock, withStatus } from "./order-stock.ts";
import { emptyAddress, presentOrder } from "./present-order.ts";
import { nextId, type Shop } from "./shop.ts";
import { sendWebhooks } from "./webhook-sender.ts";

export type NewOrder = {
  status: OrderDocument["status"];
  createdVia: string;
  billing: Partial<OrderDocument["billing"]>;
  customerNote: string;
  items: readonly { productId: number; variationId: number; quantity: number }[];
  currency: string | null;
  fees: readonly { name: string; total: string }[];
  meta: readonly { key: string; value: unknown }[];
};

/** Keeps a new order, takes its pieces off the stock and tells the webhooks. */
export async function placeOrder(shop: Shop, given: NewOrder) {
  const { desk, site, now } = shop;
  const id = String(await nextId(shop));
  const lineItems: OrderDocument["lineItems"] = [];
  for (const item of given.items) lineItems.push(await toLineItem(shop, item));
  const feeLines: OrderDocument["feeLines"] = [];
  for (const fee of given.fees) feeLines.push({ id: await nextId(shop), ...fee });
  const meta: OrderDocument["meta"] = [];
  for (const { key, value } of given.meta) meta.push({ id: await nextId(shop), key, value });
  const pending: OrderDocument = {
    status: "pending",
    currency: given.currency ?? site.currency,
    createdVia: given.createdVia,
    billing: { ...emptyAddress, ...given.billing },
    customerNote: given.customerNote,
    lineItems,
    feeLines,
    meta,
    hasReducedStock: false,
    createdAt: now,
    modifiedAt: now,
    paidAt: null,
    completedAt: null,
  };
  const order = withStatus(pending, given.status, now);
  await desk.store.put("order", id, order);
  const settled = await settleStock(shop, order);
  await desk.store.put("order", id, settled);
  const presented = presentOrder(id, settled, shop);
  await sendWebhooks(shop, "order.created", presented);
  return presented;
}

/** For a product that it does not know, WooCommerce makes a line without a name, for nothing. */
async function toLineItem(
  shop: Shop,
  { productId, variationId, quantity }: NewOrder["items"][number],
): Promise<OrderDocument["lineItems"][number]> {
  const product = await findProduct(shop, String(productId));
  const variation = variationId > 0 ? await findVariation(shop, String(variationId)) : null;
  const sold = variationId > 0 ? variation : product;
  return {
    id: await nextId(shop),
    name: sold && product ? [product.name, variation?.option].filter(Boolean).join(" - ") : "",
    productId: sold ? productId : 0,
    variationId: variation ? variationId : 0,
    quantity,
    sku: sold?.sku ?? "",
    totalCents: (sold?.priceCents ?? 0) * quantity,
  };
}

/** Keeps an order that changed, and tells the webhooks. */
export async function saveOrder(shop: Shop, id: string, changed: OrderDocument) {
  const order = await settleStock(shop, changed);
  await shop.desk.store.put("order", id, order);
  const presented = presentOrder(id, order, shop);
  await sendWebhooks(shop, "order.updated", presented);
  return presented;
}
