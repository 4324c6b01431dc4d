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
    ["dispute.opened", "€37.50 · payment disputed"],
    ["payout.paid", "€1,823.40 paid out to the bank"],
    ["payout.failed", "€1,823.40 could not be paid out to the bank"],
    ["webhook.triggered", "“Order paid” arrived at pos.trattoria.example"],
    ["webhook.failed", "“Order paid” was given up: pos.trattoria.example answered 500"],
    ["integration.connected", "Slack is connected to Trattoria Ana"],
    ["integration.error", "Slack needs attention · Trattoria Ana"],
  ])("tells %s as: %s", (type, summary) => {
    expect(eventSummary({ type, data: examples.get(type) ?? {} })).toBe(summary);
  });

  test("every type of the catalogue has a line of its own above", () => {
    expect(examples.size).toBe(14);
  });

  test("tells what it can of data without the optional parts", () => {
    expect(eventSummary({ type: "qr.scanned", data: { scanId: "s", code: { id: "qr_9" } } })).toBe(
      "qr_9 scanned",
    );
  });

  test("tells of an app without an account, one that is no longer known, and an endpoint that gave no answer", () => {
    const told = (type: string, more: object) =>
      eventSummary({ type, data: { ...examples.get(type), ...more } });
    expect(told("integration.connected", { account: null })).toBe("Slack is connected");
    expect(told("integration.error", { account: null })).toBe("Slack needs attention");
    expect(told("integration.error", { provider: "gone" })).toBe("gone needs attention · Trattoria Ana");
    expect(told("webhook.failed", { statusCode: null, eventType: "old.type" })).toBe(
      "“old.type” was given up: pos.trattoria.example gave no answer",
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
