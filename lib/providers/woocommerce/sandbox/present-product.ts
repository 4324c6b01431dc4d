import type { ProductDocument, SiteDocument, VariationDocument } from "./documents.ts";
import { presentTime } from "./documents.ts";

export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

function toSlug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** What every product and variation has, and this sandbox keeps nothing of. */
const neverOnSale = {
  date_on_sale_from: null,
  date_on_sale_from_gmt: null,
  date_on_sale_to: null,
  date_on_sale_to_gmt: null,
};
const noFiles = { downloads: [], download_limit: -1, download_expiry: -1 };
const noShippingClass = { shipping_class: "", shipping_class_id: 0 };
const noSize = { weight: "", dimensions: { length: "", width: "", height: "" } };

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
    slug: toSlug(product.name),
    permalink: `${address}/product/${toSlug(product.name)}/`,
    ...presentTime("date_created", product.createdAt, site),
    ...presentTime("date_modified", product.modifiedAt, site),
    type: product.type,
    status: product.status,
    featured: false,
    catalog_visibility: "visible",
    description: "",
    short_description: "",
    sku: product.sku,
    global_unique_id: "",
    price,
    regular_price: product.type === "variable" ? "" : price,
    sale_price: "",
    ...neverOnSale,
    price_html: `<span class="woocommerce-Price-amount amount"><bdi>${price}</bdi></span>`,
    on_sale: false,
    purchasable: true,
    total_sales: 0,
    virtual: product.isVirtual,
    downloadable: false,
    ...noFiles,
    external_url: "",
    button_text: "",
    tax_status: "taxable",
    tax_class: "",
    manage_stock: product.manageStock,
    stock_quantity: product.stockQuantity,
    backorders: "no",
    backorders_allowed: false,
    backordered: false,
    low_stock_amount: null,
    sold_individually: false,
    ...noSize,
    shipping_required: !product.isVirtual,
    shipping_taxable: !product.isVirtual,
    ...noShippingClass,
    reviews_allowed: true,
    average_rating: "0.00",
    rating_count: 0,
    upsell_ids: [],
    cross_sell_ids: [],
    parent_id: 0,
    purchase_note: "",
    categories: [{ id: 15, name: "From the kitchen", slug: "from-the-kitchen" }],
    brands: [],
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
    default_attributes: [],
    variations: variations.map(Number),
    grouped_products: [],
    menu_order: 0,
    related_ids: [],
    meta_data: [],
    stock_status: product.stockStatus,
    has_options: product.type === "variable",
    post_password: "",
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
    type: "variation",
    description: "",
    permalink: `${address}/?p=${id}`,
    sku: variation.sku,
    global_unique_id: "",
    price,
    regular_price: price,
    sale_price: "",
    ...neverOnSale,
    on_sale: false,
    status: "publish",
    purchasable: true,
    virtual: false,
    downloadable: false,
    ...noFiles,
    tax_status: "taxable",
    tax_class: "",
    manage_stock: variation.manageStock,
    stock_quantity: variation.stockQuantity,
    stock_status: variation.stockStatus,
    backorders: "no",
    backorders_allowed: false,
    backordered: false,
    low_stock_amount: null,
    ...noSize,
    ...noShippingClass,
    image: null,
    attributes: [{ id: 0, name: "Flour", option: variation.option }],
    menu_order: 0,
    meta_data: [],
    name: variation.option,
    parent_id: Number(variation.parentId),
    _links: { self: [{ href: `${collection}/variations/${id}` }], up: [{ href: collection }] },
  };
}
