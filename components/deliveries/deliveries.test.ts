import { describe, expect, test } from "vitest";
import { listDeliveriesInput } from "#lib/deliveries/schema.ts";
import { deliveryState } from "./delivery-state.ts";
import { destinationOptions } from "./destination-options.ts";
import { destinationText } from "./destination-text.ts";
import { deliveryParams, deliveryQuery, isFiltered, readDeliveryFilters } from "./filters.ts";
import { waitText } from "./wait-text.ts";

const nowMs = Date.parse("2026-11-23T12:00:00Z");

describe("the filters of the delivery log", () => {
  const params = { q: "1042", status: "failed", eventType: "order.paid", webhook: "wh_1", period: "24h" };

  test("become a query that the API takes", () => {
    const query = deliveryQuery(readDeliveryFilters({ ...params, cursor: "a.b" }), nowMs);
    expect(query).toEqual({
      search: "1042",
      status: "failed",
      eventType: "order.paid",
      webhookId: "wh_1",
      from: "2026-11-22T12:00:00.000Z",
      cursor: "b",
    });
    expect(listDeliveriesInput.safeParse(query).success).toBe(true);
  });

  test("survive the way to the address and back", () => {
    const filters = readDeliveryFilters({ ...params, cursor: "a.b" });
    expect(readDeliveryFilters(deliveryParams(filters, "a.b"))).toEqual(filters);
  });

  test("a value that there is not filters nothing, instead of breaking the page", () => {
    const filters = readDeliveryFilters({ status: "lost", period: "1y", cursor: "%%%" });
    expect(isFiltered(filters)).toBe(false);
    expect(filters.trail).toEqual([]);
  });

  test("paging alone is no filter", () => {
    expect(isFiltered(readDeliveryFilters({ cursor: "a" }))).toBe(false);
    expect(isFiltered(readDeliveryFilters({ q: "x" }))).toBe(true);
  });
});

describe("deliveryState", () => {
  test.each([
    [{ status: "pending", isInFlight: true, attempts: 1 }, "In progress", "progress"],
    [{ status: "pending", isInFlight: false, attempts: 0 }, "Waiting", "progress"],
    [{ status: "pending", isInFlight: false, attempts: 2 }, "Waiting", "warning"],
    [{ status: "held", isInFlight: false, attempts: 0 }, "Held", "info"],
  ] as const)("%j is %s, in the tone %s", (delivery, word, tone) => {
    expect(deliveryState(delivery)).toMatchObject({ word, tone });
  });
});

test.each([
  ["https://pos.example/hooks?x=1", { host: "pos.example", path: "/hooks?x=1" }],
  ["http://localhost:3000/", { host: "localhost:3000", path: "" }],
  ["not a url", { host: "not a url", path: "" }],
])("%s is shown as host and path", (url, expected) => {
  expect(destinationText(url)).toEqual(expected);
});

test.each([
  [-60_000, "any moment now"],
  [4_000, "any moment now"],
  [42_400, "in 42 s"],
  [300_000, "in 5 min"],
  [2 * 3_600_000 - 40_000, "in 1 h 59 min"],
])("what is due in %d ms is tried %s", (waitMs, text) => {
  expect(waitText(nowMs + waitMs, nowMs)).toBe(text);
});

test("the filter offers webhooks and automations, and keeps a chosen one that is not in the list", () => {
  const webhooks = [{ id: "wh_1", url: "https://a.example/x", description: "" }];
  expect(destinationOptions(webhooks, [{ id: "aut_1", name: "Kitchen" }], "wh_gone")).toEqual([
    { value: "wh_1", label: "a.example/x" },
    { value: "aut_1", label: "Kitchen" },
    { value: "wh_gone", label: "wh_gone" },
  ]);
  expect(destinationOptions(webhooks, [], "wh_1")).toHaveLength(1);
});
