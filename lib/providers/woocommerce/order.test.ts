import { describe, expect, test } from "vitest";
import { readShipments } from "./order.ts";

const item = {
  tracking_provider: "dhl",
  custom_tracking_provider: "",
  custom_tracking_link: "",
  tracking_number: "JD0146",
  date_shipped: "1781172000",
};
const key = "_wc_shipment_tracking_items";

describe("tracking in an order's meta data", () => {
  test("is read in the form of the Shipment Tracking extension", () => {
    expect(readShipments([{ key, value: [item] }])).toEqual([
      { carrier: "dhl", number: "JD0146", url: null, shippedAt: "2026-06-11T10:00:00.000Z" },
    ]);
  });

  test("is read where PHP made an object of the list", () => {
    expect(
      readShipments([{ key, value: { 1: item, 3: { ...item, tracking_number: 5_555 } } }]),
    ).toMatchObject([{ number: "JD0146" }, { number: "5555" }]);
  });

  test("prefers the carrier's name and a link that can be opened", () => {
    const named = {
      ...item,
      formatted_tracking_provider: "DHL",
      custom_tracking_link: "https://dhl.example/JD0146",
    };
    expect(readShipments([{ key, value: [named] }])).toMatchObject([
      { carrier: "DHL", url: "https://dhl.example/JD0146" },
    ]);
    const bad = { ...item, custom_tracking_link: "javascript:alert(1)" };
    expect(readShipments([{ key, value: [bad] }])).toMatchObject([{ url: null }]);
  });

  test("is read from the older pair of entries", () => {
    const meta = [
      { key: "_tracking_number", value: "77" },
      { key: "_tracking_provider", value: "gls" },
    ];
    expect(readShipments(meta)).toEqual([{ carrier: "gls", number: "77", url: null, shippedAt: null }]);
  });

  test.each([
    [[]],
    [[{ key, value: "a:1:{}" }]],
    [[{ key, value: null }]],
    [[{ key: "_tracking_number", value: {} }]],
  ])("is none in %j", (meta) => {
    expect(readShipments(meta)).toEqual([]);
  });
});
