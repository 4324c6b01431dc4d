import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import type { OrderDocument, ProductDocument, SiteDocument, VariationDocument } from "./documents.ts";
import { emptyAddress } from "./orders.ts";

const openedAt = "2026-03-02T09:00:00.000Z";

/** The web shop of a small restaurant: a few things in jars and boxes, and three orders. */
export function seedShop({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const site = {
    title: name,
    currency: "EUR",
    utcOffsetMinutes: 120,
    version: "10.4.2",
  } satisfies SiteDocument;
  const entries: [string, string, Record<string, unknown>][] = [
    ["site", "site", site],
    ["product", "101", product("Tomato sauce, 500 ml", "SAUCE-500", 650, 40)],
    ["product", "102", product("Olive oil, 750 ml", "OIL-750", 1_490, 18)],
    ["product", "103", { ...product("Gift card", "GIFT", 2_500, null), isVirtual: true }],
    ["product", "104", { ...product("Pizza dough", "DOUGH", 220, null), type: "variable" }],
    ["variation", "105", variation("White", "DOUGH-W", 220, 60)],
    ["variation", "106", variation("Wholemeal", "DOUGH-V", 260, 24)],
    ["product", "107", product("Tiramisu in a jar", "TIRA", 580, 12)],
    ["product", "108", product("Chilli honey", "HONEY", 790, 0)],
    ["order", "1201", sentOrder()],
    [
      "order",
      "1202",
      order("processing", "Jonas", "2026-06-13T18:20:00.000Z", [
        102,
        "Olive oil, 750 ml",
        "OIL-750",
        1,
        1_490,
      ]),
    ],
    [
      "order",
      "1203",
      order("on-hold", "Leïla", "2026-06-14T12:05:00.000Z", [107, "Tiramisu in a jar", "TIRA", 3, 1_740]),
    ],
  ];
  return {
    externalId: `${slug}.example`,
    label: name,
    objects: entries.map(([kind, id, data]) => ({ kind, id, data })),
  };
}

function product(
  name: string,
  sku: string,
  priceCents: number,
  stockQuantity: number | null,
): ProductDocument {
  return {
    name,
    type: "simple",
    status: "publish",
    sku,
    priceCents,
    isVirtual: false,
    manageStock: stockQuantity !== null,
    stockQuantity,
    stockStatus: stockQuantity === 0 ? "outofstock" : "instock",
    createdAt: openedAt,
    modifiedAt: openedAt,
  };
}

function variation(
  option: string,
  sku: string,
  priceCents: number,
  stockQuantity: number,
): VariationDocument {
  const { manageStock, stockStatus } = product(option, sku, priceCents, stockQuantity);
  const times = { createdAt: openedAt, modifiedAt: openedAt };
  return { parentId: "104", option, sku, priceCents, manageStock, stockQuantity, stockStatus, ...times };
}

type Line = readonly [productId: number, name: string, sku: string, quantity: number, totalCents: number];

function order(
  status: OrderDocument["status"],
  firstName: string,
  createdAt: string,
  line: Line,
): OrderDocument {
  const [productId, name, sku, quantity, totalCents] = line;
  return {
    status,
    currency: "EUR",
    createdVia: "checkout",
    billing: {
      ...emptyAddress,
      first_name: firstName,
      email: `${firstName.normalize("NFKD").replace(/\W/g, "").toLowerCase()}@example.com`,
    },
    customerNote: "",
    lineItems: [{ id: productId + 200, name, productId, variationId: 0, quantity, sku, totalCents }],
    feeLines: [],
    meta: [],
    hasReducedStock: true,
    createdAt,
    modifiedAt: createdAt,
    paidAt: status === "on-hold" ? null : createdAt,
    completedAt: null,
  };
}

function sentOrder(): OrderDocument {
  const sentAt = "2026-06-11T10:00:00.000Z";
  return {
    ...order("completed", "Marta", "2026-06-10T17:45:00.000Z", [
      101,
      "Tomato sauce, 500 ml",
      "SAUCE-500",
      4,
      2_600,
    ]),
    meta: [
      {
        id: 9_001,
        key: "_wc_shipment_tracking_items",
        value: [trackingItem("JD014600006281230701", sentAt)],
      },
    ],
    modifiedAt: sentAt,
    completedAt: sentAt,
  };
}

/** As the Shipment Tracking extension keeps it. https://woocommerce.com/document/shipment-tracking/ */
export function trackingItem(number: string, sentAt: string): Record<string, string> {
  return {
    tracking_provider: "dhl",
    custom_tracking_provider: "",
    custom_tracking_link: "",
    tracking_number: number,
    date_shipped: String(Math.floor(Date.parse(sentAt) / 1_000)),
    tracking_id: "4a5c2f0d1b7e4c6f9a3d8e2b1c0f7a65",
  };
}
