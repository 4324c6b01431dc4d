import { describe, expect, test } from "vitest";
import { listEventsInput } from "#lib/events/schema.ts";
import { deliveriesOutcome } from "./deliveries-outcome.ts";
import { eventParams, eventQuery, readEventFilters } from "./filters.ts";

describe("deliveriesOutcome", () => {
  const none = { total: 0, delivered: 0, pending: 0, held: 0, failed: 0, cancelled: 0 };
  test.each([
    [none, "neutral", "Not sent anywhere"],
    [{ ...none, total: 1, delivered: 1 }, "success", "Delivered"],
    [{ ...none, total: 3, delivered: 3 }, "success", "Delivered to all 3"],
    [
      { ...none, total: 3, delivered: 1, pending: 1, failed: 1 },
      "danger",
      "1 failed, 1 waiting, 1 delivered",
    ],
    [{ ...none, total: 2, delivered: 1, pending: 1 }, "warning", "1 waiting, 1 delivered"],
    [{ ...none, total: 1, pending: 1, held: 1 }, "info", "1 held"],
    [{ ...none, total: 3, delivered: 1, pending: 2, held: 1 }, "warning", "1 waiting, 1 held, 1 delivered"],
    [{ ...none, total: 1, cancelled: 1 }, "neutral", "1 cancelled"],
  ] as const)("%j is %s: %s", (counts, tone, text) => {
    expect(deliveriesOutcome(counts)).toEqual({ tone, text });
  });
});

test("the filters of the event list become a query that the API takes, and survive the address", () => {
  const filters = readEventFilters({
    q: "1042",
    type: "order.paid",
    period: "7d",
    own: "shown",
    cursor: "a.b",
  });
  const query = eventQuery(filters, Date.parse("2026-11-23T12:00:00Z"));
  expect(query).toEqual({
    search: "1042",
    type: "order.paid",
    from: "2026-11-16T12:00:00.000Z",
    includeOwn: "true",
    cursor: "b",
  });
  expect(listEventsInput.safeParse(query).success).toBe(true);
  expect(readEventFilters(eventParams(filters, "a.b"))).toEqual(filters);
});
