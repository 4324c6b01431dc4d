import type { SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { stamp } from "../global-ids.ts";
import { productPayload } from "../payloads/product-payload.ts";
import { readCatalogue } from "../shop-side.ts";
import { notify } from "../webhooks.ts";
import { told } from "./told.ts";

export const changePrice = {
  title: "Raise the price of the first product by 0.50",
  run: async (desk) => {
    const catalogue = await readCatalogue(desk);
    const [product] = catalogue.products;
    const [variant] = product?.data.variants ?? [];
    if (!product || !variant) return "The shop has no products any more.";
    const price = ((Math.round(Number(variant.price) * 100) + 50) / 100).toFixed(2);
    const variants = product.data.variants.map((one) => (one === variant ? { ...one, price } : one));
    const data = { ...product.data, variants, updatedAt: stamp(desk.now()) };
    await desk.store.put("product", product.id, data);
    const count = await notify(desk, "products/update", productPayload(catalogue, { id: product.id, data }));
    return `${data.title} costs ${price} ${catalogue.shop.currency} now. ${told(count)}`;
  },
} satisfies SandboxCommand;
