import type { SandboxCommand } from "../../sandbox-kit/contract.ts";
import { saveProduct, withStatus } from "./catalogue.ts";
import { nextId, openShop, orderDocument, productDocument, type Shop } from "./documents.ts";
import { placeOrder, saveOrder } from "./orders.ts";
import { money } from "./present-product.ts";
import { trackingItem } from "./seed.ts";
import { sendWebhooks } from "./webhook-sender.ts";

/** What happens in a shop without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "change-price": {
    title: "Raise a price by 0.50",
    async run(context) {
      const shop = await openShop(context);
      const [first] = await productsOnSale(shop);
      if (!first) return "There is no product left whose price could be raised.";
      const { name, priceCents } = await saveProduct(shop, first.id, {
        ...first.data,
        priceCents: first.data.priceCents + 50,
      });
      return `${name} costs ${money(priceCents)} now.`;
    },
  },
  "sell-one": {
    title: "Sell something in the web shop",
    async run(context) {
      const shop = await openShop(context);
      const inStock = (await productsOnSale(shop)).find(({ data }) => (data.stockQuantity ?? 0) > 0);
      if (!inStock) return "There is nothing in stock that could be sold.";
      const order = await placeOrder(shop, {
        status: "processing",
        createdVia: "checkout",
        billing: { first_name: "Noor", email: "noor@example.com" },
        customerNote: "",
        items: [{ productId: Number(inStock.id), variationId: 0, quantity: 1 }],
        currency: null,
        fees: [],
        meta: [],
      });
      return `Order ${order.number}: one ${inStock.data.name} for ${order.total} ${order.currency}.`;
    },
  },
  "ship-newest-order": {
    title: "Send the newest order off",
    async run(context) {
      const shop = await openShop(context);
      const orders = await context.store.list("order", orderDocument);
      const newest = orders.findLast(({ data }) => data.status === "processing");
      if (!newest) return "There is no order that waits to be sent.";
      const number = `JD0146000062812${String(await nextId(shop)).padStart(5, "0")}`;
      const tracking = { key: "_wc_shipment_tracking_items", value: [trackingItem(number, shop.now)] };
      await saveOrder(shop, newest.id, {
        ...withStatus(newest.data, "completed", shop.now),
        meta: [...newest.data.meta, { id: await nextId(shop), ...tracking }],
      });
      return `Order ${newest.id} is on its way with DHL, ${number}.`;
    },
  },
  "delete-product": {
    title: "Delete a product",
    async run(context) {
      const shop = await openShop(context);
      const last = (await productsOnSale(shop)).at(-1);
      if (!last) return "There is no product left.";
      await context.store.put("product", last.id, { ...last.data, status: "trash", modifiedAt: shop.now });
      await sendWebhooks(shop, "product.deleted", { id: Number(last.id) });
      return `${last.data.name} is in the bin.`;
    },
  },
  "revoke-key": {
    title: "Revoke the keys (WooCommerce tells nobody)",
    async run(context) {
      await context.revokeAll();
      return "The keys are revoked. WooCommerce sends no message about it: the next call finds out.";
    },
  },
};

async function productsOnSale({ context }: Shop) {
  const products = await context.store.list("product", productDocument);
  return products.filter(({ data }) => data.status === "publish" && data.type === "simple");
}
