import type { SandboxAccountDesk } from "#lib/providers/sandbox-kit/contract.ts";
import { stamp } from "./global-ids.ts";
import { orderPayload } from "./payloads/order-payload.ts";
import type { LineObject, OrderObject, Stored } from "./shop-objects.ts";
import { readCatalogue } from "./shop-side.ts";
import { moveStock, sourceOf } from "./stock-moves.ts";
import { notify } from "./webhooks.ts";

export type NewOrder = Pick<
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
  desk: SandboxAccountDesk,
  { lines, takesStock, ...given }: NewOrder,
): Promise<{ order: Stored<OrderObject>; told: number }> {
  const count = await desk.store.next("order");
  const id = String(5_912_300_001_000 + count);
  const now = stamp(desk.now());
  const data = {
    ...given,
    number: lastSeededNumber + count,
    createdAt: now,
    updatedAt: now,
    cancelledAt: null,
    total: totalOf(lines),
    fulfilmentStatus: "UNFULFILLED",
    lines: lines.map((line, index) => ({ ...line, id: `${id}${String(index + 1).padStart(2, "0")}` })),
    fulfilments: [],
  };
  const order = { id, data };
  await desk.store.put("order", id, data);
  if (takesStock) await commitStock(desk, lines);
  const topics = ["orders/create", ...(data.financialStatus === "PAID" ? ["orders/paid"] : [])];
  const told = await Promise.all(topics.map((topic) => notify(desk, topic, orderPayload(order))));
  return { order, told: told.reduce((sum, one) => sum + one, 0) };
}

/** In cents, so that no digits are lost. */
export function totalOf(lines: readonly Pick<LineObject, "price" | "quantity">[]): string {
  const cents = lines.reduce(
    (sum, { price, quantity }) => sum + Math.round(Number(price) * 100) * quantity,
    0,
  );
  return (cents / 100).toFixed(2);
}

async function commitStock(desk: SandboxAccountDesk, lines: NewOrder["lines"]): Promise<void> {
  for (const { variantId, quantity } of lines) {
    const catalogue = await readCatalogue(desk);
    for (const product of catalogue.products) {
      const variant = product.data.variants.find((one) => one.id === variantId && one.isTracked);
      const locationId = variant ? sourceOf(catalogue, variant.inventoryItemId, quantity) : null;
      if (!variant || locationId === null) continue;
      await moveStock(desk, {
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
