import type { SandboxAccountSeed } from "#lib/providers/sandbox-kit/contract.ts";
import { idsOfSku, seedOrders, seedProducts } from "./seed-orders.ts";
import { stamp } from "./shop.ts";

type SeedObject = SandboxAccountSeed["objects"][number];

const locationIds = { restaurant: "80310001", storeroom: "80310002" } as const;
const daysOfProducts = 40;

/** A shop with eight products at two locations and four orders. Ids are the same in each. */
export function newAccount({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const domain = `${slug}.myshopify.com`;
  const now = new Date();
  const shop = { id: "68310001", name, currency: "EUR" };
  const locations: SeedObject[] = [
    { kind: "location", id: locationIds.restaurant, data: { name, isActive: true } },
    { kind: "location", id: locationIds.storeroom, data: { name: "Storeroom", isActive: true } },
  ];
  const objects: SeedObject[] = [
    { kind: "shop", id: "shop", data: shop },
    ...locations,
    ...productObjects(name, new Date(now.getTime() - daysOfProducts * 86_400_000)),
    ...seedOrders(now),
  ];
  return { externalId: domain, label: name, objects };
}

function productObjects(vendor: string, at: Date): SeedObject[] {
  const time = stamp(at);
  return seedProducts.flatMap(({ title, type, status, variants }) => {
    const listed = variants.map((variant) => ({
      id: idsOfSku(variant.sku).variantId,
      title: variant.title,
      sku: variant.sku,
      price: variant.price,
      inventoryItemId: idsOfSku(variant.sku).inventoryItemId,
      isTracked: variant.stock !== null,
    }));
    const data = {
      title,
      status,
      vendor,
      productType: type,
      createdAt: time,
      updatedAt: time,
      variants: listed,
    };
    const [first] = variants;
    if (!first) return [];
    const levels = variants.flatMap(({ sku, stock }) => (stock ? levelObjects(sku, stock) : []));
    return [{ kind: "product", id: idsOfSku(first.sku).productId, data }, ...levels];
  });
}

function levelObjects(sku: string, stock: readonly [number, number]): SeedObject[] {
  const { inventoryItemId } = idsOfSku(sku);
  return [locationIds.restaurant, locationIds.storeroom].map((locationId, index) => ({
    kind: "level",
    id: `${inventoryItemId}:${locationId}`,
    data: { available: stock[index], committed: 0 },
  }));
}
