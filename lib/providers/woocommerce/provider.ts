import type { Provider } from "../contract/provider.ts";
import { createOrder } from "./actions/create-order.ts";
import { getStock } from "./actions/get-stock.ts";
import { setStock } from "./actions/set-stock.ts";
import { trackOrder } from "./actions/track-order.ts";
import { updateOrderStatus } from "./actions/update-order-status.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound.ts";
import { manifest } from "./manifest.ts";
import { orders } from "./resources/orders.ts";
import { products } from "./resources/products.ts";
import { orderSource } from "./sync/orders.ts";
import { productSource } from "./sync/products.ts";

export const woocommerce = {
  ...manifest,
  identify,
  actions: {
    "create-order": createOrder,
    "track-order": trackOrder,
    "update-order-status": updateOrderStatus,
    "get-stock": getStock,
    "set-stock": setStock,
  },
  resources: { products, orders },
  inbound,
  sync: { product: productSource, order: orderSource },
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
