import type { SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { placeOrder } from "../place-order.ts";
import { readCatalogue } from "../shop-side.ts";
import { told } from "./told.ts";

export const sellOne = {
  title: "Sell one of the first product",
  run: async (desk) => {
    const catalogue = await readCatalogue(desk);
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
    const { order, told: count } = await placeOrder(desk, {
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
