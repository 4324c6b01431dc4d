import { findProduct, findVariation, settleStock, withStatus } from "./catalogue.ts";
import { nextId, type OrderDocument, presentTime, type Shop, type SiteDocument } from "./documents.ts";
import { money } from "./present-product.ts";
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

export const emptyAddress: OrderDocument["billing"] = {
  first_name: "",
  last_name: "",
  company: "",
  address_1: "",
  address_2: "",
  city: "",
  state: "",
  postcode: "",
  country: "",
  email: "",
  phone: "",
};

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties */
export function presentOrder(
  id: string,
  order: OrderDocument,
  shop: { address: string; site: SiteDocument },
) {
  const { address, site } = shop;
  const fees = order.feeLines.reduce((sum, fee) => sum + Math.round(Number(fee.total) * 100), 0);
  const total = money(order.lineItems.reduce((sum, { totalCents }) => sum + totalCents, fees));
  const { email: _email, ...shipping } = order.billing;
  return {
    id: Number(id),
    parent_id: 0,
    status: order.status,
    currency: order.currency,
    version: site.version,
    prices_include_tax: true,
    ...presentTime("date_created", order.createdAt, site),
    ...presentTime("date_modified", order.modifiedAt, site),
    discount_total: "0.00",
    discount_tax: "0.00",
    shipping_total: "0.00",
    shipping_tax: "0.00",
    cart_tax: "0.00",
    total,
    total_tax: "0.00",
    customer_id: 0,
    order_key: `wc_order_${id}`,
    billing: order.billing,
    shipping,
    payment_method: "",
    payment_method_title: "",
    transaction_id: "",
    customer_ip_address: "",
    customer_user_agent: "",
    created_via: order.createdVia,
    customer_note: order.customerNote,
    ...presentTime("date_completed", order.completedAt, site),
    ...presentTime("date_paid", order.paidAt, site),
    cart_hash: "",
    number: id,
    meta_data: order.meta,
    line_items: order.lineItems.map((item) => ({
      id: item.id,
      name: item.name,
      product_id: item.productId,
      variation_id: item.variationId,
      quantity: item.quantity,
      tax_class: "",
      subtotal: money(item.totalCents),
      subtotal_tax: "0.00",
      total: money(item.totalCents),
      total_tax: "0.00",
      taxes: [],
      meta_data: [],
      sku: item.sku,
      price: item.totalCents / 100 / item.quantity,
      image: { id: 0, src: "" },
      parent_name: null,
    })),
    tax_lines: [],
    shipping_lines: [],
    fee_lines: order.feeLines.map(({ id: feeId, name, total: amount }) => ({
      id: feeId,
      name,
      tax_class: "",
      tax_status: "taxable",
      amount,
      total: amount,
      total_tax: "0.00",
      taxes: [],
      meta_data: [],
    })),
    coupon_lines: [],
    refunds: [],
    payment_url: `${address}/checkout/order-pay/${id}/?pay_for_order=true`,
    is_editable: ["pending", "on-hold"].includes(order.status),
    needs_payment: ["pending", "failed"].includes(order.status),
    needs_processing: true,
    currency_symbol: "€",
    _links: {
      self: [{ href: `${address}/wp-json/wc/v3/orders/${id}` }],
      collection: [{ href: `${address}/wp-json/wc/v3/orders` }],
    },
  };
}

/** Keeps a new order, takes its pieces off the stock and tells the webhooks. */
export async function placeOrder(shop: Shop, options: NewOrder) {
  const { context, site, now } = shop;
  const id = String(await nextId(shop));
  const lineItems: OrderDocument["lineItems"] = [];
  for (const item of options.items) lineItems.push(await toLineItem(shop, item));
  const feeLines: OrderDocument["feeLines"] = [];
  for (const fee of options.fees) feeLines.push({ id: await nextId(shop), ...fee });
  const meta: OrderDocument["meta"] = [];
  for (const { key, value } of options.meta) meta.push({ id: await nextId(shop), key, value });
  const pending: OrderDocument = {
    status: "pending",
    currency: options.currency ?? site.currency,
    createdVia: options.createdVia,
    billing: { ...emptyAddress, ...options.billing },
    customerNote: options.customerNote,
    lineItems,
    feeLines,
    meta,
    hasReducedStock: false,
    createdAt: now,
    modifiedAt: now,
    paidAt: null,
    completedAt: null,
  };
  const order = withStatus(pending, options.status, now);
  await context.store.put("order", id, order);
  const settled = await settleStock(shop, order);
  await context.store.put("order", id, settled);
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
  await shop.context.store.put("order", id, order);
  const presented = presentOrder(id, order, shop);
  await sendWebhooks(shop, "order.updated", presented);
  return presented;
}
