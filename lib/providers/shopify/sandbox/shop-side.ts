import type { z } from "zod";
import type { SandboxAccountDesk } from "#lib/providers/sandbox-kit/contract.ts";
import { stamp } from "./global-ids.ts";
import {
  levelObject,
  locationObject,
  orderObject,
  type ProductObject,
  productObject,
  type Stored,
  shopObject,
  webhookObject,
} from "./shop-objects.ts";

type Shop = z.infer<typeof shopObject> & { domain: string };

/** All that a shop holds but its orders, read at once for one request. */
export type Catalogue = {
  shop: Shop;
  locations: Stored<z.infer<typeof locationObject>>[];
  products: Stored<ProductObject>[];
  /** By `<item>:<location>`. */
  levels: Map<string, z.infer<typeof levelObject>>;
};

export async function readCatalogue(desk: SandboxAccountDesk): Promise<Catalogue> {
  const [shop, locations, products, levels] = await Promise.all([
    readShop(desk),
    desk.store.list("location", locationObject),
    desk.store.list("product", productObject),
    desk.store.list("level", levelObject),
  ]);
  return { shop, locations, products, levels: new Map(levels.map(({ id, data }) => [id, data])) };
}

export async function readShop({ account, store }: SandboxAccountDesk): Promise<Shop> {
  const shop = await store.get("shop", "shop", shopObject);
  // A shop whose own record cannot be read still has its name.
  return { ...(shop ?? { id: "1", name: account.label, currency: "EUR" }), domain: account.externalId };
}

export function listOrders({ store }: SandboxAccountDesk) {
  return store.list("order", orderObject);
}

export function listWebhooks({ store }: SandboxAccountDesk) {
  return store.list("webhook", webhookObject);
}

/** Stock of an inventory item over all locations. */
export function stockOf({ levels }: Catalogue, inventoryItemId: string): number {
  return levelsOf({ levels }, inventoryItemId).reduce((sum, { available }) => sum + available, 0);
}

export function levelsOf({ levels }: Pick<Catalogue, "levels">, inventoryItemId: string) {
  return [...levels].flatMap(([id, level]) => {
    const [item, locationId] = id.split(":");
    return item === inventoryItemId && locationId !== undefined ? [{ id, locationId, ...level }] : [];
  });
}

/** Stock counts as a part of the product: it was changed when its stock was. */
export async function touchProduct(
  desk: SandboxAccountDesk,
  id: string,
): Promise<Stored<ProductObject> | null> {
  const product = await desk.store.get("product", id, productObject);
  if (!product) return null;
  const touched = { ...product, updatedAt: stamp(desk.now()) };
  await desk.store.put("product", id, touched);
  return { id, data: touched };
}

export function variantsOf({ products }: Catalogue) {
  return products.flatMap((product) => product.data.variants.map((variant) => ({ product, variant })));
}
