import type { SandboxAccountContext, SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { sentText } from "#lib/providers/sandbox-kit/sent.ts";
import { orderPayload } from "./payloads/order-payload.ts";
import { productPayload } from "./payloads/product-payload.ts";
import { placeOrder } from "./place-order.ts";
import { trackingUrl } from "./seed-orders.ts";
import type { OrderObject, Stored } from "./shop.ts";
import { listOrders, readCatalogue, readShop, stamp } from "./shop.ts";
import { uninstall } from "./uninstall.ts";
import { notify, notifyCompliance } from "./webhooks.ts";

const uninstallApp = {
  title: "Uninstall Patchbay from the shop",
  run: async (context) =>
    `The app is uninstalled and its tokens have ended. ${told(await uninstall(context))}`,
} satisfies SandboxCommand;

const sellOne = {
  title: "Sell one of the first product",
  run: async (context) => {
    const catalogue = await readCatalogue(context);
    const [product] = catalogue.products;
    const [variant] = product?.data.variants ?? [];
    if (!product || !variant) return "The shop has no products any more.";
    const line = {
      title: product.data.title,
      variantTitle: variant.title === "Default Title" ? null : variant.title,
      variantId: variant.id,
      productId: product.id,
      sku: variant.sku,
      quantity: 1,
      price: variant.price,
    };
    const { order, told: count } = await placeOrder(context, {
      currency: catalogue.shop.currency,
      financialStatus: "PAID",
      sourceIdentifier: null,
      email: "walk-in@example.com",
      note: null,
      tags: [],
      customAttributes: [],
      isTest: false,
      lines: [line],
      takesStock: true,
    });
    return `Order #${order.data.number} came in: one ${product.data.title}. ${told(count)}`;
  },
} satisfies SandboxCommand;

/** The three privacy webhooks: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance */
const requestData = {
  title: "A guest asks what is kept of them",
  run: async (context) => {
    const { customer, orderIds, shop } = await aGuest(context);
    return answered(
      "customers/data_request",
      await notifyCompliance(context, "customers/data_request", {
        ...shop,
        orders_requested: orderIds,
        customer,
        data_request: { id: await context.store.next("data_request") },
      }),
    );
  },
} satisfies SandboxCommand;

const redactCustomer = {
  title: "A guest asks to be forgotten",
  run: async (context) => {
    const { customer, orderIds, shop } = await aGuest(context);
    const payload = { ...shop, customer, orders_to_redact: orderIds };
    return answered("customers/redact", await notifyCompliance(context, "customers/redact", payload));
  },
} satisfies SandboxCommand;

const redactShop = {
  title: "48 hours after uninstalling: everything of this shop is to be forgotten",
  run: async (context) => {
    const { shop } = await aGuest(context);
    return answered("shop/redact", await notifyCompliance(context, "shop/redact", shop));
  },
} satisfies SandboxCommand;

const fulfilNewest = {
  title: "Send the newest order, with a tracking number",
  run: async (context) => {
    const open = (await listOrders(context)).filter(
      ({ data }) => data.fulfilmentStatus === "UNFULFILLED" && data.cancelledAt === null,
    );
    const newest = open.sort((one, other) => other.data.number - one.data.number).at(0);
    if (!newest) return "Every order has been sent.";
    const { order, trackingNumber } = await fulfil(context, newest);
    const topics = ["orders/fulfilled", "orders/updated"];
    const counts = await Promise.all(topics.map((topic) => notify(context, topic, orderPayload(order))));
    const count = counts.reduce((sum, one) => sum + one, 0);
    return `Order #${order.data.number} is on its way as ${trackingNumber}. ${told(count)}`;
  },
} satisfies SandboxCommand;

const deleteProduct = {
  title: "Delete the last product",
  run: async (context) => {
    const { products, levels } = await readCatalogue(context);
    const product = products.at(-1);
    if (!product) return "The shop has no products any more.";
    const items = new Set(product.data.variants.map(({ inventoryItemId }) => inventoryItemId));
    for (const id of levels.keys()) {
      if (items.has(id.split(":")[0] ?? "")) await context.store.remove("level", id);
    }
    await context.store.remove("product", product.id);
    const count = await notify(context, "products/delete", { id: Number(product.id) });
    return `${product.data.title} is gone. ${told(count)}`;
  },
} satisfies SandboxCommand;

const changePrice = {
  title: "Raise the price of the first product by 0.50",
  run: async (context) => {
    const catalogue = await readCatalogue(context);
    const [product] = catalogue.products;
    const [variant] = product?.data.variants ?? [];
    if (!product || !variant) return "The shop has no products any more.";
    const price = ((Math.round(Number(variant.price) * 100) + 50) / 100).toFixed(2);
    const variants = product.data.variants.map((one) => (one === variant ? { ...one, price } : one));
    const data = { ...product.data, variants, updatedAt: stamp(context.now()) };
    await context.store.put("product", product.id, data);
    const count = await notify(
      context,
      "products/update",
      productPayload(catalogue, { id: product.id, data }),
    );
    return `${data.title} costs ${price} ${catalogue.shop.currency} now. ${told(count)}`;
  },
} satisfies SandboxCommand;

/** How a command's sentence ends. */
function told(count: number): string {
  if (count === 0) return "Nobody has asked to be told.";
  return count === 1 ? "One webhook was sent." : `${count} webhooks were sent.`;
}

async function fulfil(context: SandboxAccountContext, { id, data }: Stored<OrderObject>) {
  const number = await context.store.next("fulfilment");
  const now = stamp(context.now());
  const trackingNumber = `0034043416109403${String(number).padStart(4, "0")}`;
  const fulfilment = {
    id: String(4_212_300_001_000 + number),
    createdAt: now,
    displayStatus: "IN_TRANSIT",
    company: "DHL",
    number: trackingNumber,
    url: trackingUrl(trackingNumber),
  };
  const sent = {
    ...data,
    updatedAt: now,
    fulfilmentStatus: "FULFILLED",
    fulfilments: [...data.fulfilments, fulfilment],
  };
  await context.store.put("order", id, sent);
  return { order: { id, data: sent }, trackingNumber };
}

/** Whoever placed the first order, with all orders of theirs. */
async function aGuest(context: SandboxAccountContext) {
  const { id, domain } = await readShop(context);
  const orders = await listOrders(context);
  const email = orders.find(({ data }) => data.email !== null)?.data.email ?? null;
  return {
    shop: { shop_id: Number(id), shop_domain: domain },
    customer: { id: 7_012_300_001, email, phone: null },
    orderIds: orders
      .filter(({ data }) => email !== null && data.email === email)
      .map((order) => Number(order.id)),
  };
}

function answered(topic: string, status: number | null): string {
  return `${sentText(topic, status)}.`;
}

/** What the shop's people and Shopify do without Patchbay. */
export const commands = {
  "change-price": changePrice,
  "sell-one": sellOne,
  "fulfil-newest": fulfilNewest,
  "delete-product": deleteProduct,
  uninstall: uninstallApp,
  "request-data": requestData,
  "redact-customer": redactCustomer,
  "redact-shop": redactShop,
} satisfies Readonly<Record<string, SandboxCommand>>;
