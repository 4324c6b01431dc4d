import type { SandboxAccountContext } from "#lib/providers/sandbox-kit/contract.ts";
import { orderPayload } from "./payloads/order-payload.ts";
import { levelPayload, productPayload } from "./payloads/product-payload.ts";
import {
  type Catalogue,
  type LineObject,
  levelObject,
  type OrderObject,
  readCatalogue,
  type Stored,
  stamp,
  touchProduct,
} from "./shop.ts";
import { notify } from "./webhooks.ts";

type Move = {
  productId: string;
  inventoryItemId: string;
  locationId: string;
  change: (level: { available: number; committed: number }) => { available: number; committed: number };
};

type NewOrder = Pick<
  OrderObject,
  | "currency"
  | "financialStatus"
  | "sourceIdentifier"
  | "email"
  | "note"
  | "tags"
  | "customAttributes"
  | "isTest"
> & {
  lines: readonly Omit<LineObject, "id">[];
  takesStock: boolean;
};

/** The seed has 1001 to 1004. */
const lastSeededNumber = 1_004;

/** Enters an order as Shopify would, and tells whoever asked. */
export async function placeOrder(
  context: SandboxAccountContext,
  { lines, takesStock, ...rest }: NewOrder,
): Promise<{ order: Stored<OrderObject>; told: number }> {
  const count = await context.store.next("order");
  const id = String(5_912_300_001_000 + count);
  const now = stamp(context.now());
  const data = {
    ...rest,
    number: lastSeededNumber + count,
    createdAt: now,
    updatedAt: now,
    cancelledAt: null,
    total: computeTotal(lines),
    fulfilmentStatus: "UNFULFILLED",
    lines: lines.map((line, index) => ({ ...line, id: `${id}${String(index + 1).padStart(2, "0")}` })),
    fulfilments: [],
  };
  const order = { id, data };
  await context.store.put("order", id, data);
  if (takesStock) await commitStock(context, lines);
  const topics = ["orders/create", ...(data.financialStatus === "PAID" ? ["orders/paid"] : [])];
  const told = await Promise.all(topics.map((topic) => notify(context, topic, orderPayload(order))));
  return { order, told: told.reduce((sum, one) => sum + one, 0) };
}

/** In cents, so that no digits are lost. */
export function computeTotal(lines: readonly Pick<LineObject, "price" | "quantity">[]): string {
  const cents = lines.reduce(
    (sum, { price, quantity }) => sum + Math.round(Number(price) * 100) * quantity,
    0,
  );
  return (cents / 100).toFixed(2);
}

async function commitStock(context: SandboxAccountContext, lines: NewOrder["lines"]): Promise<void> {
  for (const { variantId, quantity } of lines) {
    const catalogue = await readCatalogue(context);
    for (const product of catalogue.products) {
      const variant = product.data.variants.find((one) => one.id === variantId && one.isTracked);
      const locationId = variant ? findSource(catalogue, variant.inventoryItemId, quantity) : null;
      if (!variant || locationId === null) continue;
      await moveStock(context, {
        productId: product.id,
        inventoryItemId: variant.inventoryItemId,
        locationId,
        change: ({ available, committed }) => ({
          available: available - quantity,
          committed: committed + quantity,
        }),
      });
    }
  }
}

/** Changes stock at a location, and tells whoever asked: a change of stock is one of the product, too. */
export async function moveStock(context: SandboxAccountContext, move: Move): Promise<number> {
  const { productId, inventoryItemId, locationId } = move;
  const id = `${inventoryItemId}:${locationId}`;
  const level = await context.store.get("level", id, levelObject);
  if (!level) throw new Error(`There is no stock of ${inventoryItemId} at ${locationId}.`);
  const moved = move.change(level);
  await context.store.put("level", id, moved);
  const product = await touchProduct(context, productId);
  const told = await notify(
    context,
    "inventory_levels/update",
    levelPayload(inventoryItemId, locationId, moved.available, stamp(context.now())),
  );
  const catalogue = await readCatalogue(context);
  return told + (product ? await notify(context, "products/update", productPayload(catalogue, product)) : 0);
}

/** Where pieces are taken from: the first location that has enough, or the first that keeps the product at all. */
function findSource({ levels }: Catalogue, inventoryItemId: string, quantity: number): string | null {
  const places = [...levels].filter(([id]) => id.startsWith(`${inventoryItemId}:`));
  const place = places.find(([, { available }]) => available >= quantity) ?? places.at(0);
  return place?.[0].split(":")[1] ?? null;
}
