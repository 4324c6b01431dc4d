import { expect, test } from "vitest";
import { chargeNote, chargeTitle } from "./charge-title.ts";

test.each([
  ["ord_3020", "Order 3020", "Order 3020", null],
  ["1042", "#1042", "Order 1042", null],
  ["1042", "Order 1042", "Order 1042", null],
  ["1042", "Order 1043", "Order 1042", "Order 1043"],
  ["ord_1", "Table 4, two pizzas", "Order 1", "Table 4, two pizzas"],
  [null, "Deposit", "Deposit", null],
  [null, null, "Payment", null],
  ["ord_1", null, "Order 1", null],
])("a payment of order %j that says %j is called once by it", (orderId, description, title, note) => {
  expect([chargeTitle({ orderId, description }), chargeNote({ orderId, description })]).toEqual([
    title,
    note,
  ]);
});
