import type { SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { readCatalogue } from "../shop-side.ts";
import { notify } from "../webhooks.ts";
import { told } from "./told.ts";

export const deleteProduct = {
  title: "Delete the last product",
  run: async (desk) => {
    const { products, levels } = await readCatalogue(desk);
    const product = products.at(-1);
    if (!product) return "The shop has no products any more.";
    const items = new Set(product.data.variants.map(({ inventoryItemId }) => inventoryItemId));
    for (const id of levels.keys()) {
      if (items.has(id.split(":")[0] ?? "")) await desk.store.remove("level", id);
    }
    await desk.store.remove("product", product.id);
    const count = await notify(desk, "products/delete", { id: Number(product.id) });
    return `${product.data.title} is gone. ${told(count)}`;
  },
} satisfies SandboxCommand;
