import type { CatalogueApp } from "./app.ts";

export const ecommerce: readonly CatalogueApp[] = [
  {
    id: "shopify",
    name: "Shopify",
    category: "ecommerce",
    summary: "Keeps products and stock in step with your Shopify shop and passes orders on.",
    docsUrl: "https://shopify.dev/docs",
    icon: "shopify",
  },
  {
    id: "woocommerce",
    name: "WooCommerce",
    category: "ecommerce",
    summary: "Keeps products and stock in step with your WooCommerce shop and passes orders on.",
    docsUrl: "https://developer.woocommerce.com/docs/apis/rest-api/",
    icon: "woo",
  },
];
