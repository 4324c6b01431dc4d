import type { Provider } from "../contract/provider.ts";
import { createOrder } from "./actions/create-order.ts";
import { getStock } from "./actions/get-stock.ts";
import { setStock } from "./actions/set-stock.ts";
import { trackOrder } from "./actions/track-order.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound/inbound.ts";
import { manifest } from "./manifest.ts";
import { locations } from "./resources/locations.ts";
import { orders } from "./resources/orders.ts";
import { products } from "./resources/products.ts";
import { orderSync } from "./sync/orders.ts";
import { productSync } from "./sync/products.ts";

export const shopify = {
  ...manifest,
  identify,
  actions: {
    "create-order": createOrder,
    "track-order": trackOrder,
    "get-stock": getStock,
    "set-stock": setStock,
  },
  resources: { products, orders, locations },
  inbound,
  sync: { product: productSync, order: orderSync },
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
