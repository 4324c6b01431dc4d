import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { restError } from "./answers.ts";
import { type ApiRequest, apiRoute } from "./api.ts";
import {
  findProduct,
  findVariation,
  listVariations,
  presentedProduct,
  saveProduct,
  saveVariation,
  withStock,
} from "./catalogue.ts";
import {
  itemReply,
  pageReply,
  readBoolean,
  readChoice,
  readInteger,
  readText,
  selectEntries,
} from "./collection.ts";
import type { Shop } from "./documents.ts";
import { type ProductDocument, productDocument } from "./documents.ts";
import { presentVariation } from "./present-product.ts";

const listStatuses = ["any", "draft", "pending", "private", "publish", "future", "trash"] as const;
const variationPath = "products/(?<productId>\\d+)/variations/(?<id>\\d+)";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#products */
export const productRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "products", async (shop, { query }) => {
    const products = await shop.context.store.list("product", productDocument);
    const wanted = products.filter(({ data }) => isWanted(query, data));
    const selected = selectEntries(shop, query, wanted, ({ name }) => name);
    return pageReply(
      query,
      await Promise.all(selected.map(({ id, data }) => presentedProduct(shop, id, data))),
    );
  }),
  apiRoute("GET", "products/(?<id>\\d+)", async (shop, { query, groups }) => {
    const { id, product } = await requireProduct(shop, groups, 404);
    return itemReply(query, await presentedProduct(shop, id, product));
  }),
  apiRoute("PUT", "products/(?<id>\\d+)", async (shop, { query, groups, body }) => {
    const { id, product } = await requireProduct(shop, groups, 400);
    const name = readText(body.name, "name") ?? product.name;
    const saved = await saveProduct(shop, id, { ...applyStock(body, product), name });
    return itemReply(query, await presentedProduct(shop, id, saved));
  }),
  apiRoute("GET", "products/(?<id>\\d+)/variations", async (shop, { query, groups }) => {
    const variations = await listVariations(shop, groups.id ?? "");
    const selected = selectEntries(shop, query, variations, ({ option }) => option);
    return pageReply(
      query,
      selected.map(({ id, data }) => presentVariation(id, data, shop)),
    );
  }),
  apiRoute("GET", variationPath, async (shop, { query, groups }) => {
    const { id, variation } = await requireVariation(shop, groups, 404);
    return itemReply(query, presentVariation(id, variation, shop));
  }),
  apiRoute("PUT", variationPath, async (shop, { query, groups, body }) => {
    const { id, variation } = await requireVariation(shop, groups, 400);
    const saved = await saveVariation(shop, id, applyStock(body, variation));
    return itemReply(query, presentVariation(id, saved, shop));
  }),
];

type Groups = Readonly<Record<string, string>>;

async function requireProduct(shop: Shop, { id = "" }: Groups, status: 400 | 404) {
  const product = await findProduct(shop, id);
  if (product) return { id, product };
  throw new Refused(restError(status, "woocommerce_rest_product_invalid_id", "Invalid ID."));
}

async function requireVariation(shop: Shop, { id = "", productId }: Groups, status: 400 | 404) {
  const variation = await findVariation(shop, id);
  if (variation && variation.parentId === productId) return { id, variation };
  throw new Refused(restError(status, "woocommerce_rest_product_variation_invalid_id", "Invalid ID."));
}

function isWanted(query: URLSearchParams, product: ProductDocument): boolean {
  const status = readChoice(query.get("status"), "status", listStatuses) ?? "any";
  const search = query.get("search")?.toLowerCase();
  const hasStatus = status === "any" ? product.status !== "trash" : product.status === status;
  const text = `${product.name} ${product.sku}`.toLowerCase();
  const skus = query.get("sku");
  const hasSku = !skus || skus === product.sku || skus.split(",").includes(product.sku);
  return hasStatus && (!search || text.includes(search)) && hasSku;
}

/** Without `manage_stock`, a quantity changes nothing. */
function applyStock<Item extends Pick<ProductDocument, "manageStock" | "stockQuantity" | "stockStatus">>(
  body: ApiRequest["body"],
  item: Item,
): Item {
  const manageStock = readBoolean(body.manage_stock, "manage_stock") ?? item.manageStock;
  const quantity = readInteger(body.stock_quantity, "stock_quantity");
  if (!manageStock) return { ...item, manageStock, stockQuantity: null };
  return { ...withStock(item, quantity ?? item.stockQuantity ?? 0), manageStock };
}
