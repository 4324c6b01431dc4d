import type { ProductDocument, SiteDocument, VariationDocument } from "./documents.ts";
import { presentTime } from "./times.ts";

export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

type Shop = { address: string; site: SiteDocument };

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#product-properties */
export function presentProduct(
  id: string,
  product: ProductDocument,
  variations: readonly string[],
  { address, site }: Shop,
) {
  const price = money(product.priceCents);
  return {
    id: Number(id),
    name: product.name,
    slug: slugOf(product.name),
    permalink: `${address}/product/${slugOf(product.name)}/`,
    ...presentTime("date_created", product.createdAt, site),
    ...presentTime("date_modified", product.modifiedAt, site),
    type: product.type,
    status: product.status,
    featured: false,
    catalog_visibility: "visible",
    description: "",
    short_description: "",
    sku: product.sku,
    price,
    regular_price: product.type === "variable" ? "" : price,
    sale_price: "",
    on_sale: false,
    purchasable: true,
    total_sales: 0,
    virtual: product.isVirtual,
    downloadable: false,
    tax_status: "taxable",
    tax_class: "",
    manage_stock: product.manageStock,
    stock_quantity: product.stockQuantity,
    backorders: "no",
    backorders_allowed: false,
    backordered: false,
    low_stock_amount: null,
    sold_individually: false,
    weight: "",
    dimensions: { length: "", width: "", height: "" },
    parent_id: 0,
    categories: [{ id: 15, name: "From the kitchen", slug: "from-the-kitchen" }],
    tags: [],
    images: [],
    attributes:
      product.type === "variable"
        ? [
            {
              id: 0,
              name: "Flour",
              position: 0,
              visible: true,
              variation: true,
              options: ["White", "Wholemeal"],
            },
          ]
        : [],
    variations: variations.map(Number),
    grouped_products: [],
    menu_order: 0,
    meta_data: [],
    stock_status: product.stockStatus,
    _links: {
      self: [{ href: `${address}/wp-json/wc/v3/products/${id}` }],
      collection: [{ href: `${address}/wp-json/wc/v3/products` }],
    },
  };
}

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#product-variation-properties */
export function presentVariation(id: string, variation: VariationDocument, { address, site }: Shop) {
  const price = money(variation.priceCents);
  const collection = `${address}/wp-json/wc/v3/products/${variation.parentId}`;
  return {
    id: Number(id),
    ...presentTime("date_created", variation.createdAt, site),
    ...presentTime("date_modified", variation.modifiedAt, site),
    description: "",
    sku: variation.sku,
    price,
    regular_price: price,
    sale_price: "",
    on_sale: false,
    status: "publish",
    purchasable: true,
    virtual: false,
    downloadable: false,
    manage_stock: variation.manageStock,
    stock_quantity: variation.stockQuantity,
    stock_status: variation.stockStatus,
    backorders: "no",
    backorders_allowed: false,
    backordered: false,
    attributes: [{ id: 0, name: "Flour", option: variation.option }],
    menu_order: 0,
    meta_data: [],
    name: variation.option,
    parent_id: Number(variation.parentId),
    _links: { self: [{ href: `${collection}/variations/${id}` }], up: [{ href: collection }] },
  };
}
