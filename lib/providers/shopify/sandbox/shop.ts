import { z } from "zod";
import type { SandboxAccountContext } from "#lib/providers/sandbox-kit/contract.ts";

/** What a shop holds, as the sandbox keeps it. Ids are Shopify's numbers, as texts. */
const shopObject = z.object({
  id: z.string(),
  name: z.string(),
  currency: z.string(),
});

const locationObject = z.object({ name: z.string(), isActive: z.boolean() });

const variantObject = z.object({
  id: z.string(),
  title: z.string(),
  sku: z.string(),
  price: z.string(),
  inventoryItemId: z.string(),
  isTracked: z.boolean(),
});

export type VariantObject = z.infer<typeof variantObject>;

const productObject = z.object({
  title: z.string(),
  status: z.enum(["ACTIVE", "ARCHIVED", "DRAFT"]),
  vendor: z.string(),
  productType: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  variants: z.array(variantObject),
});

export type ProductObject = z.infer<typeof productObject>;

/** Stock of an inventory item at a location; its id is `<item>:<location>`. */
export const levelObject = z.object({ available: z.int(), committed: z.int() });

const lineObject = z.object({
  id: z.string(),
  title: z.string(),
  variantTitle: z.string().nullable(),
  variantId: z.string().nullable(),
  productId: z.string().nullable(),
  sku: z.string().nullable(),
  quantity: z.int(),
  price: z.string(),
});

export type LineObject = z.infer<typeof lineObject>;

const fulfilmentObject = z.object({
  id: z.string(),
  createdAt: z.string(),
  displayStatus: z.string(),
  company: z.string(),
  number: z.string(),
  url: z.string(),
});

const orderObject = z.object({
  number: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  currency: z.string(),
  total: z.string(),
  financialStatus: z.string(),
  fulfilmentStatus: z.string(),
  sourceIdentifier: z.string().nullable(),
  email: z.string().nullable(),
  note: z.string().nullable(),
  tags: z.array(z.string()),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string() })),
  isTest: z.boolean(),
  lines: z.array(lineObject),
  fulfilments: z.array(fulfilmentObject),
});

export type OrderObject = z.infer<typeof orderObject>;

export const webhookObject = z.object({
  topic: z.string(),
  uri: z.string(),
  includeFields: z.array(z.string()),
  createdAt: z.string(),
});

/** What an idempotency key was used for. */
export const usedKeyObject = z.object({ fingerprint: z.string(), answer: z.record(z.string(), z.unknown()) });

export type Stored<Data> = { id: string; data: Data };

type Shop = z.infer<typeof shopObject> & { domain: string };

/** All that a shop holds but its orders, read at once for one request. */
export type Catalogue = {
  shop: Shop;
  locations: Stored<z.infer<typeof locationObject>>[];
  products: Stored<ProductObject>[];
  /** By `<item>:<location>`. */
  levels: Map<string, z.infer<typeof levelObject>>;
};

export async function readCatalogue(context: SandboxAccountContext): Promise<Catalogue> {
  const [shop, locations, products, levels] = await Promise.all([
    readShop(context),
    context.store.list("location", locationObject),
    context.store.list("product", productObject),
    context.store.list("level", levelObject),
  ]);
  return { shop, locations, products, levels: new Map(levels.map(({ id, data }) => [id, data])) };
}

export async function readShop({ account, store }: SandboxAccountContext): Promise<Shop> {
  const shop = await store.get("shop", "shop", shopObject);
  // A shop whose own record cannot be read still has its name.
  return { ...(shop ?? { id: "1", name: account.label, currency: "EUR" }), domain: account.externalId };
}

export function listOrders({ store }: SandboxAccountContext) {
  return store.list("order", orderObject);
}

export function listWebhooks({ store }: SandboxAccountContext) {
  return store.list("webhook", webhookObject);
}

/** Stock of an inventory item over all locations. */
export function countStock({ levels }: Catalogue, inventoryItemId: string): number {
  return findLevels({ levels }, inventoryItemId).reduce((sum, { available }) => sum + available, 0);
}

export function findLevels({ levels }: Pick<Catalogue, "levels">, inventoryItemId: string) {
  return [...levels].flatMap(([id, level]) => {
    const [item, locationId] = id.split(":");
    return item === inventoryItemId && locationId !== undefined ? [{ id, locationId, ...level }] : [];
  });
}

/** Stock counts as a part of the product: it was changed when its stock was. */
export async function touchProduct(
  context: SandboxAccountContext,
  id: string,
): Promise<Stored<ProductObject> | null> {
  const product = await context.store.get("product", id, productObject);
  if (!product) return null;
  const touched = { ...product, updatedAt: stamp(context.now()) };
  await context.store.put("product", id, touched);
  return { id, data: touched };
}

export function listVariants({ products }: Catalogue) {
  return products.flatMap((product) => product.data.variants.map((variant) => ({ product, variant })));
}

/** https://shopify.dev/docs/api/usage/gids */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** Of stock at a location. Its number is neither that of the location nor that of the item. */
export function levelGid(locationId: string, inventoryItemId: string): string {
  return `${gid("InventoryLevel", `5${locationId}`)}?inventory_item_id=${inventoryItemId}`;
}

/** The number in a global id of that type; null for another one. */
export function idIn(type: string, globalId: string): string | null {
  const start = `gid://shopify/${type}/`;
  return globalId.startsWith(start) ? globalId.slice(start.length) : null;
}

/** Shopify tells times to the second. */
export function stamp(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
