import type { Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "woocommerce",
  name: "WooCommerce",
  category: "ecommerce",
  words,
  summary: "Keeps products and stock in step with your WooCommerce shop and passes orders on.",
  benefits: [
    "Orders from your QR codes arrive in your WooCommerce shop, each one once.",
    "Your products and their stock are here as well, and follow what you change in the shop.",
    "You see how far an order is, with its tracking number, without opening WordPress.",
  ],
  docsUrl: "https://developer.woocommerce.com/docs/apis/rest-api/",
  icon: "woo",
  api: {
    version: "wc/v3",
    endsOn: null,
    source: "https://woocommerce.github.io/woocommerce-rest-api-docs/#introduction",
  },
  setUp: [
    "Your shop runs WooCommerce 3.5 or later, and its address begins with https.",
    "In WordPress, Settings › Permalinks is anything but “Plain”. With plain ones, connect with typed keys.",
    "You can sign in to WordPress as an administrator or shop manager: pressing Connect leads you there, and “Approve” is all that is left to do.",
    "If you would rather type keys: WooCommerce › Settings › Advanced › REST API › Add key, with the permission Read/Write.",
    "To remove access later, disconnect here and then press Revoke beside the key named “Patchbay” in WooCommerce › Settings › Advanced › REST API. Only you can do that.",
  ],
  developerApp: null,
  auth,
  // WooCommerce itself sets no limit; this is what cheap shared hosting bears.
  rateLimit: { perIntegration: { requests: 25, seconds: 5 }, perApp: null },
  inboundAddress: "integration",
  syncs: ["product", "order"],
  paymentFacts: null,
} satisfies Manifest;
