import { expect, test } from "vitest";
import { splitSale } from "./split-sale.ts";

const sold = { amount: 900, tip: null, qrCodeId: null, tableNumber: null };

test("lines of one name are one product, one without a name has its number, and one with neither is none", () => {
  const lines = [
    { name: "Soup", sku: "S-1", quantity: 1, amount: 300 },
    { name: " Soup ", sku: "S-2", quantity: 2, amount: 400 },
    { name: " ", sku: " A-1 ", quantity: 1, amount: 200 },
    { name: "", sku: null, quantity: 5, amount: 0 },
  ];
  const products = (isFirst: boolean) =>
    splitSale({ ...sold, lines }, isFirst).map(({ dimension, value, gross, orders, quantity }) => [
      `${dimension} ${value}`,
      gross,
      orders,
      quantity,
    ]);
  expect(products(true)).toEqual([
    ["all ", 900, 1, 0],
    ["product A-1", 200, 1, 1],
    ["product Soup", 700, 1, 3],
  ]);
  // A further payment of the order has its share of the money; the order and what was in it were counted.
  expect(products(false)).toEqual([
    ["all ", 900, 0, 0],
    ["product A-1", 200, 0, 0],
    ["product Soup", 700, 0, 0],
  ]);
});
