import type { ProductObject, Stored } from "../shop.ts";
import { type Catalogue, countStock, gid, levelGid } from "../shop.ts";

/** Bodies of webhooks are in the words of the REST API. https://shopify.dev/docs/api/webhooks/latest */
export function productPayload(catalogue: Catalogue, { id, data }: Stored<ProductObject>) {
  const isListed = data.status === "ACTIVE";
  return {
    admin_graphql_api_id: gid("Product", id),
    body_html: null,
    created_at: data.createdAt,
    handle: data.title.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    id: Number(id),
    product_type: data.productType,
    published_at: isListed ? data.createdAt : null,
    template_suffix: null,
    title: data.title,
    updated_at: data.updatedAt,
    vendor: data.vendor,
    status: data.status.toLowerCase(),
    published_scope: "web",
    tags: "",
    variants: data.variants.map((variant, index) => variantPayload(catalogue, { id, data }, variant, index)),
    options: [],
    images: [],
    image: null,
    media: [],
    variant_gids: data.variants.map((variant) => ({
      admin_graphql_api_id: gid("ProductVariant", variant.id),
      updated_at: data.updatedAt,
    })),
    has_variants_that_requires_components: false,
    category: null,
  };
}

function variantPayload(
  catalogue: Catalogue,
  product: Stored<ProductObject>,
  variant: ProductObject["variants"][number],
  index: number,
) {
  const stock = variant.isTracked ? countStock(catalogue, variant.inventoryItemId) : 0;
  return {
    admin_graphql_api_id: gid("ProductVariant", variant.id),
    barcode: null,
    compare_at_price: null,
    created_at: product.data.createdAt,
    id: Number(variant.id),
    inventory_policy: "deny",
    position: index + 1,
    price: variant.price,
    product_id: Number(product.id),
    sku: variant.sku,
    taxable: true,
    title: variant.title,
    updated_at: product.data.updatedAt,
    option1: variant.title,
    option2: null,
    option3: null,
    image_id: null,
    inventory_item_id: Number(variant.inventoryItemId),
    inventory_quantity: stock,
    old_inventory_quantity: stock,
  };
}

export function levelPayload(
  inventoryItemId: string,
  locationId: string,
  available: number,
  updatedAt: string,
) {
  return {
    admin_graphql_api_id: levelGid(locationId, inventoryItemId),
    inventory_item_id: Number(inventoryItemId),
    location_id: Number(locationId),
    available,
    updated_at: updatedAt,
  };
}
