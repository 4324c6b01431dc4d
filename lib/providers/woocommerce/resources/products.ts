import type { Message } from "#lib/failures/message.ts";
import type { Resource } from "../../contract/resource.ts";
import { listPage } from "../client.ts";
import {
  knownProduct,
  type Product,
  productFields,
  productSchema,
  productTitle,
  stockStatusWords,
} from "../product.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-products */
export const products: Resource = {
  title: "Products",
  scopes: ["read"],
  async list(call, { cursor, limit, search }) {
    const query = { search, orderby: "title", order: "asc" };
    const page = await listPage(call, {
      path: "products",
      read: (record) => productSchema.parse(record),
      known: knownProduct,
      fields: productFields,
      cursor,
      limit,
      query,
    });
    return {
      nextCursor: page.nextCursor,
      unread: page.unread,
      items: page.items.map((product) => ({
        id: product.id,
        label: productTitle(product),
        details: {
          ...(product.price ? { price: product.price } : {}),
          ...toStock(product),
          ...(product.sku ? { SKU: product.sku } : {}),
        },
      })),
    };
  },
};

function toStock({ stock_quantity: stock, stock_status: status }: Product): { stock?: string | Message } {
  if (stock !== undefined) return { stock: String(stock) };
  return status ? { stock: stockStatusWords(status) } : {};
}
