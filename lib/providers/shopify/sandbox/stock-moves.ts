import type { SandboxAccountDesk } from "#lib/providers/sandbox-kit/contract.ts";
import { stamp } from "./global-ids.ts";
import { levelPayload, productPayload } from "./payloads/product-payload.ts";
import { levelObject } from "./shop-objects.ts";
import { type Catalogue, readCatalogue, touchProduct } from "./shop-side.ts";
import { notify } from "./webhooks.ts";

type Move = {
  productId: string;
  inventoryItemId: string;
  locationId: string;
  change: (level: { available: number; committed: number }) => { available: number; committed: number };
};

/** Changes stock at a location, and tells whoever asked: a change of stock is one of the product, too. */
export async function moveStock(desk: SandboxAccountDesk, move: Move): Promise<number> {
  const { productId, inventoryItemId, locationId } = move;
  const id = `${inventoryItemId}:${locationId}`;
  const level = await desk.store.get("level", id, levelObject);
  if (!level) throw new Error(`There is no stock of ${inventoryItemId} at ${locationId}.`);
  const moved = move.change(level);
  await desk.store.put("level", id, moved);
  const product = await touchProduct(desk, productId);
  const told = await notify(
    desk,
    "inventory_levels/update",
    levelPayload(inventoryItemId, locationId, moved.available, stamp(desk.now())),
  );
  const catalogue = await readCatalogue(desk);
  return told + (product ? await notify(desk, "products/update", productPayload(catalogue, product)) : 0);
}

/** Where pieces are taken from: the first location that has enough, or the first that keeps the product at all. */
export function sourceOf({ levels }: Catalogue, inventoryItemId: string, quantity: number): string | null {
  const places = [...levels].filter(([id]) => id.startsWith(`${inventoryItemId}:`));
  const place = places.find(([, { available }]) => available >= quantity) ?? places.at(0);
  return place?.[0].split(":")[1] ?? null;
}
