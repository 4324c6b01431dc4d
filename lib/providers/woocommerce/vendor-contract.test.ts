import { testVendorContract } from "../conformance/vendor.ts";
import { readForm } from "../testing/read-form.ts";
import { woocommerce } from "./provider.ts";

testVendorContract(woocommerce, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  // A ping is a form, and has no topic.
  readMessage: (body) => (body.startsWith("{") ? JSON.parse(body) : readForm(new URLSearchParams(body))),
  further: ({ run }) => run("set-stock", { productId: "104", variationId: "105", quantity: 3 }),
  getKind: (_message, headers) => headers["x-wc-webhook-topic"] ?? "ping",
});
