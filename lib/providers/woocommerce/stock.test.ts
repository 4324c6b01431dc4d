import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { woocommerce } from "./provider.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(woocommerce);
});
afterAll(() => shop.stop());

describe("stock", () => {
  test("of a product and of a variation is looked up", async () => {
    expect(await shop.run("get-stock", { productId: "108" })).toEqual({
      name: "Chilli honey",
      sku: "HONEY",
      isCounted: true,
      quantity: 0,
      availability: "Out of stock",
    });
    expect(await shop.run("get-stock", { productId: "104", variationId: "105" })).toMatchObject({
      sku: "DOUGH-W",
      quantity: 60,
    });
  });

  test("that is not counted has no quantity, until it is set", async () => {
    expect(await shop.run("get-stock", { productId: "103" })).toMatchObject({
      isCounted: false,
      quantity: null,
    });
    expect(await shop.run("set-stock", { productId: "103", quantity: 7 })).toMatchObject({
      isCounted: true,
      quantity: 7,
    });
  });

  test("of nothing is out of stock, and of something in stock again", async () => {
    const set = (quantity: number) =>
      shop.run("set-stock", { productId: "104", variationId: "106", quantity });
    expect(await set(0)).toMatchObject({ quantity: 0, availability: "Out of stock" });
    expect(await set(3)).toMatchObject({ quantity: 3, availability: "In stock" });
  });

  test.each([[{ productId: "999", quantity: 1 }], [{ productId: "101", variationId: "105", quantity: 1 }]])(
    "of %j is not found",
    async (item) => {
      await expect(shop.run("set-stock", item)).rejects.toMatchObject({ kind: "not_found" });
    },
  );

  test.each([
    { productId: "abc", quantity: 1 },
    { productId: "101", quantity: 1.5 },
    { productId: "101", quantity: -1 },
  ])("of %j is refused before the shop is asked", async (item) => {
    await expect(shop.run("set-stock", item)).rejects.toThrow(/whole number|digits only|less than nothing/);
  });
});
