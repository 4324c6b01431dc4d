import { buildSchema, printSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { officialSchema } from "../testing/read-official-admin.ts";
import { findDifferences } from "../testing/schema-parts.ts";
import { adminSchema } from "./admin-schema.ts";

describe("the sandbox's schema", () => {
  test("is a part of Shopify's: each type, field, argument, default and value is the same there", () => {
    expect(findDifferences(adminSchema, officialSchema())).toEqual([]);
  });

  test.each([
    ["totalInventory: Int!", "totalInventory: Float!", "Product.totalInventory: Float! here, Int! there"],
    [
      "sortKey: LocationSortKeys = NAME",
      "sortKey: LocationSortKeys = ID",
      "QueryRoot.locations(sortKey): LocationSortKeys = ID here, LocationSortKeys = NAME there",
    ],
    ["enum ProductStatus {", "enum ProductStatus { SOLD", "ProductStatus.SOLD: value here, nothing there"],
    [
      "priceSet: MoneyBagInput",
      "priceSet: MoneyInput",
      "OrderCreateLineItemInput.priceSet: MoneyInput here, MoneyBagInput there",
    ],
    [
      "key: String!) on FIELD",
      "key: String) on FIELD",
      "@idempotent(key): String on FIELD here, String! on FIELD there",
    ],
  ])("a difference is found out: %s → %s", (ours, changed, difference) => {
    const sdl = printSchema(adminSchema);
    expect(sdl).toContain(ours);
    expect(findDifferences(buildSchema(sdl.replace(ours, changed)), officialSchema())).toEqual([difference]);
  });
});
