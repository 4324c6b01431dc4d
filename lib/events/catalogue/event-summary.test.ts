import { describe, expect, test } from "vitest";
import { listEventTypes } from "../list-event-types.ts";
import { eventSummary, money } from "./event-summary.ts";

const examples = new Map(listEventTypes().map(({ type, example }) => [type, example]));

describe("eventSummary", () => {
  test.each([
    ["order.placed", "Order 1042 · €34.50 · 3 items · Mara Klein"],
    ["order.paid", "Order 1042 · €37.50 · 3 items · Mara Klein"],
    ["order.refunded", "Order 1042 · €9.50 refunded (partial)"],
    ["qr.scanned", "Table 12 scanned in Berlin"],
    ["qr.created", "Table 12 · table code"],
    ["conversion.tracked", "first-order · €37.50"],
    ["experiment.completed", "Photo or text menu · “photo” won"],
    ["webhook.triggered", "order.paid reached pos.trattoria.example"],
    ["webhook.failed", "order.paid did not reach pos.trattoria.example · 500"],
    ["integration.connected", "slack · Trattoria Ana"],
    ["integration.error", "slack · Trattoria Ana"],
  ])("tells %s as: %s", (type, summary) => {
    expect(eventSummary({ type, data: examples.get(type) ?? {} })).toBe(summary);
  });

  test("every type of the catalogue has a line of its own above", () => {
    expect(examples.size).toBe(11);
  });

  test("tells what it can of data without the optional parts", () => {
    expect(eventSummary({ type: "qr.scanned", data: { scanId: "s", code: { id: "qr_9" } } })).toBe(
      "qr_9 scanned",
    );
  });

  test("falls back to the first plain values where the data has another shape, or the type is unknown", () => {
    const data = { ref: "A7", nested: { a: 1 }, total: 3, isPaid: true, more: "x" };
    expect(eventSummary({ type: "order.paid", data })).toBe("ref: A7 · total: 3 · isPaid: true");
    expect(eventSummary({ type: "constructor", data: {} })).toBe("");
  });
});

describe("money", () => {
  test.each([
    [3_750, "EUR", "€37.50"],
    [3_750, "JPY", "¥3,750"],
    [3_750, "KWD", "KWD\u00a03.750"],
    [5, "USD", "$0.05"],
    [12, "points", "12 points"],
  ])("%d %s is %s", (minorUnits, currency, text) => {
    expect(money(minorUnits, currency)).toBe(text);
  });
});
