import type { Searchable } from "./search.ts";
import type { OrderObject, ProductObject, Stored, VariantObject } from "./shop-objects.ts";

/** What each kind of object is found by: the filters of the `query` arguments of 2026-10. */
export const foundBy = {
  product: ({ id, data }: Stored<ProductObject>): Searchable => ({
    filters: {
      id,
      title: data.title,
      status: data.status,
      vendor: data.vendor,
      product_type: data.productType,
      created_at: data.createdAt,
      updated_at: data.updatedAt,
      sku: data.variants.map(({ sku }) => sku),
    },
    words: `${data.title} ${data.vendor} ${data.variants.map(({ sku }) => sku).join(" ")}`,
  }),
  variant: (product: Stored<ProductObject>, variant: VariantObject): Searchable => ({
    filters: {
      id: variant.id,
      product_id: product.id,
      product_status: product.data.status,
      title: variant.title,
      sku: variant.sku,
      updated_at: product.data.updatedAt,
    },
    words: `${product.data.title} ${variant.title} ${variant.sku}`,
  }),
  order: ({ id, data }: Stored<OrderObject>): Searchable => ({
    filters: {
      id,
      name: `#${data.number}`,
      created_at: data.createdAt,
      updated_at: data.updatedAt,
      processed_at: data.createdAt,
      source_identifier: data.sourceIdentifier ?? "",
      financial_status: data.financialStatus,
      fulfillment_status: data.fulfilmentStatus,
      email: data.email ?? "",
      tag: data.tags,
      sku: data.lines.map(({ sku }) => sku ?? ""),
    },
    words: `#${data.number} ${data.email ?? ""} ${data.note ?? ""}`,
  }),
};
