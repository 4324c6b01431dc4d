import type { Provider } from "../contract/provider.ts";
import { captureOrder } from "./actions/capture-order.ts";
import { createOrder } from "./actions/create-order.ts";
import { getOrder } from "./actions/get-order.ts";
import { refundCapture } from "./actions/refund-capture.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound/inbound.ts";
import { manifest } from "./manifest.ts";
import { payments } from "./payments/payments.ts";

export const paypal = {
  ...manifest,
  identify,
  actions: {
    "create-order": createOrder,
    "capture-order": captureOrder,
    "refund-capture": refundCapture,
    "get-order": getOrder,
  },
  resources: {},
  inbound,
  sync: {},
  payments,
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
