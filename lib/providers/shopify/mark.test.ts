import { expect, test } from "vitest";
import { findEarlierOrder } from "./mark.ts";
import { fakeCall } from "./testing/fake-call.ts";

const answer = (found: unknown[], newest: unknown[]) => ({
  json: { data: { shop: { currencyCode: "EUR" }, found: { nodes: found }, newest: { nodes: newest } } },
});
const order = {
  id: "gid://shopify/Order/1",
  name: "#1001",
  createdAt: "2026-10-02T18:44:10Z",
  updatedAt: "2026-10-02T18:44:10Z",
  displayFulfillmentStatus: "UNFULFILLED",
  currentTotalPriceSet: { shopMoney: { amount: "1.00", currencyCode: "EUR" } },
  fulfillments: [],
  lineItems: { nodes: [] },
};

test("an order that the search does not show yet is found among the newest", async () => {
  const newest = [
    { id: "gid://shopify/Order/2" },
    { id: "gid://shopify/Order/1", sourceIdentifier: "dlv_1" },
  ];
  const call = fakeCall(answer([], newest), { json: { data: { order } } });
  expect((await findEarlierOrder(call)).order?.id).toBe("gid://shopify/Order/1");
});

test("an order whose key only resembles ours is not taken for ours", async () => {
  const call = fakeCall(answer([{ id: "gid://shopify/Order/1", sourceIdentifier: "dlv_10" }], []));
  expect(await findEarlierOrder(call)).toEqual({ order: null, shopCurrency: "EUR" });
});
