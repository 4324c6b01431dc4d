import type { Resource } from "../../resource.ts";
import { listPage } from "../list-page.ts";
import { plainText } from "../plain-text.ts";
import { productFields, productSchema, stockStatusWords } from "../product.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-products */
export const products: Resource = {
  title: "Products",
  scopes: ["read"],
  async list(call, { cursor, limit, search }) {
    const query = { search, orderby: "title", order: "asc" };
    const page = await listPage(call, {
      path: "products",
      schema: productSchema,
      fields: productFields,
      cursor,
      limit,
      query,
    });
    return {
      nextCursor: page.nextCursor,
      items: page.items.map(({ id, name, sku, price, stock_quantity, stock_status }) => ({
        id: String(id),
        label: plainText(name),
        details: {
          ...(price ? { price } : {}),
          stock: stock_quantity === null ? stockStatusWords(stock_status) : String(stock_quantity),
          ...(sku ? { SKU: sku } : {}),
        },
      })),
    };
  },
};
