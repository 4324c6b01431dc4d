import { accessDenied, type PageArgs, toConnection } from "./paging.ts";
import { foundBy, isFound } from "./search.ts";
import type { AdminSession } from "./session.ts";
import type { OrderObject, ProductObject, Stored } from "./shop.ts";
import { gid, idIn, listVariants } from "./shop.ts";
import { inventoryItemView, locationView } from "./views/inventory-view.ts";
import { orderView } from "./views/order-view.ts";
import { productView, variantView } from "./views/product-view.ts";

type ListArgs = PageArgs & { query?: string | null; sortKey?: string };
type CountArgs = { query?: string | null; limit?: number | null };

/** Fields of QueryRoot. https://shopify.dev/docs/api/admin-graphql/2026-10/queries */
export function queryResolvers(session: AdminSession) {
  const { catalogue, orders, scopes } = session;
  const need = (field: string, scope: string) => {
    if (!scopes.has(scope)) throw accessDenied(field, scope);
  };
  const productsFound = (query: string | null | undefined) =>
    catalogue.products.filter((product) => isFound(query, foundBy.product(product)));
  const ordersFound = (query: string | null | undefined) =>
    orders.filter((order) => isFound(query, foundBy.order(order)));
  const variants = listVariants(catalogue);

  return {
    shop: () => {
      const { id, name, domain, currency } = catalogue.shop;
      return { id: gid("Shop", id), name, myshopifyDomain: domain, currencyCode: currency };
    },
    currentAppInstallation: () => ({
      id: gid("AppInstallation", "580011"),
      accessScopes: session.grantedScopes.map((handle) => ({
        handle,
        description: handle.replace("_", " "),
      })),
    }),
    product: ({ id }: { id: string }) => {
      need("product", "read_products");
      const product = catalogue.products.find((one) => one.id === idIn("Product", id));
      return product ? productView(catalogue, product, scopes) : null;
    },
    products: ({ query, sortKey = "ID", ...page }: ListArgs) => {
      need("products", "read_products");
      const placed = productsFound(query).map((product) => ({
        item: productView(catalogue, product, scopes),
        place: { id: product.id, value: productSortValue(product, sortKey) },
      }));
      return toConnection(placed, page);
    },
    productsCount: ({ query, limit }: CountArgs) => {
      need("productsCount", "read_products");
      return toCount(productsFound(query).length, limit);
    },
    productVariant: ({ id }: { id: string }) => {
      need("productVariant", "read_products");
      const found = variants.find(({ variant }) => variant.id === idIn("ProductVariant", id));
      return found ? variantView(catalogue, found.product, found.variant, scopes) : null;
    },
    productVariants: ({ query, sortKey = "ID", ...page }: ListArgs) => {
      need("productVariants", "read_products");
      const placed = variants
        .filter(({ product, variant }) => isFound(query, foundBy.variant(product, variant)))
        .map(({ product, variant }) => ({
          item: variantView(catalogue, product, variant, scopes),
          place: {
            id: variant.id,
            value: sortKey === "FULL_TITLE" ? `${product.data.title} ${variant.title}` : "",
          },
        }));
      return toConnection(placed, page);
    },
    inventoryItem: ({ id }: { id: string }) => {
      need("inventoryItem", "read_inventory");
      const found = variants.find(({ variant }) => variant.inventoryItemId === idIn("InventoryItem", id));
      return found ? inventoryItemView(catalogue, found.variant, scopes) : null;
    },
    locations: ({ query, sortKey = "NAME", ...page }: ListArgs) => {
      need("locations", "read_locations");
      const placed = catalogue.locations
        .filter(
          ({ data }) => data.isActive && isFound(query, { filters: { name: data.name }, words: data.name }),
        )
        .map(({ id, data }) => ({
          item: locationView(catalogue, id),
          place: { id, value: sortKey === "NAME" ? data.name : "" },
        }));
      return toConnection(placed, page);
    },
    order: ({ id }: { id: string }) => {
      need("order", "read_orders");
      const order = orders.find((one) => one.id === idIn("Order", id));
      return order ? orderView(catalogue, order, scopes) : null;
    },
    orders: ({ query, sortKey = "PROCESSED_AT", ...page }: ListArgs) => {
      need("orders", "read_orders");
      const placed = ordersFound(query).map((order) => ({
        item: orderView(catalogue, order, scopes),
        place: { id: order.id, value: orderSortValue(order, sortKey) },
      }));
      return toConnection(placed, page);
    },
    ordersCount: ({ query, limit }: CountArgs) => {
      need("ordersCount", "read_orders");
      return toCount(ordersFound(query).length, limit);
    },
    webhookSubscriptions: ({
      uri,
      topics,
      ...page
    }: PageArgs & { uri?: string | null; topics?: string[] | null }) => {
      const placed = session.webhooks
        .filter(({ data }) => !uri || data.uri === uri)
        .filter(({ data }) => !topics || topics.includes(data.topic))
        .map(({ id, data }) => ({
          item: { ...data, id: gid("WebhookSubscription", id), format: "JSON" },
          place: { id, value: data.createdAt },
        }));
      return toConnection(placed, page);
    },
  };
}

function toCount(size: number, limit: number | null | undefined) {
  const most = limit ?? Number.POSITIVE_INFINITY;
  return size > most ? { count: most, precision: "AT_LEAST" } : { count: size, precision: "EXACT" };
}

function productSortValue({ data }: Stored<ProductObject>, sortKey: string): string {
  if (sortKey === "UPDATED_AT") return data.updatedAt;
  if (sortKey === "CREATED_AT") return data.createdAt;
  return sortKey === "TITLE" ? data.title : "";
}

function orderSortValue({ data }: Stored<OrderObject>, sortKey: string): string {
  if (sortKey === "UPDATED_AT") return data.updatedAt;
  if (sortKey === "ORDER_NUMBER") return String(data.number).padStart(12, "0");
  if (sortKey === "TOTAL_PRICE") return data.total.padStart(16, "0");
  return sortKey === "ID" ? "" : data.createdAt;
}
