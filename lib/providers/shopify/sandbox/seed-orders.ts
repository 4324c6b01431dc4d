import type { SandboxAccountSeed } from "#lib/providers/sandbox-kit/contract.ts";
import { stamp } from "./global-ids.ts";
import { totalOf } from "./place-order.ts";
import { idsOfSku } from "./seed-products.ts";

type SeedLine = { title: string; sku: string; quantity: number; price: string };
type SeedOrder = {
  daysAgo: number;
  financialStatus: string;
  email: string;
  lines: readonly SeedLine[];
  parcel: { displayStatus: string; number: string } | null;
};

const oil = { title: "Olive oil, 0.5 l", sku: "OIL-500", price: "14.50" };
const sugo = { title: "Sugo della casa", sku: "SUGO-330", price: "6.90" };
const wine = { title: "Chianti Classico, 0.75 l", sku: "WINE-CHI", price: "17.00" };
const voucher = { title: "Cooking evening voucher", sku: "VOUCHER-COOK", price: "79.00" };

const orders: readonly SeedOrder[] = [
  {
    daysAgo: 12,
    financialStatus: "PAID",
    email: "mara@example.com",
    lines: [{ ...oil, quantity: 2 }],
    parcel: { displayStatus: "DELIVERED", number: "00340434161094015902" },
  },
  {
    daysAgo: 3,
    financialStatus: "PAID",
    email: "jonas@example.com",
    lines: [
      { ...sugo, quantity: 4 },
      { ...wine, quantity: 2 },
    ],
    parcel: { displayStatus: "IN_TRANSIT", number: "00340434161094022115" },
  },
  {
    daysAgo: 1,
    financialStatus: "PAID",
    email: "mara@example.com",
    lines: [{ ...voucher, quantity: 1 }],
    parcel: null,
  },
  {
    daysAgo: 0,
    financialStatus: "PENDING",
    email: "lea@example.com",
    lines: [
      { ...oil, quantity: 1 },
      { ...sugo, quantity: 1 },
    ],
    parcel: null,
  },
];

/** Orders #1001 to #1004: delivered, on its way, paid, waiting for its payment. */
export function seedOrders(now: Date): SandboxAccountSeed["objects"] {
  return orders.map((order, index) => {
    const id = String(5_912_300_000_001 + index);
    const placed = stamp(
      new Date(now.getTime() - order.daysAgo * 86_400_000 - (orders.length - index) * 60_000),
    );
    const { financialStatus, email, parcel } = order;
    const data = {
      number: 1_001 + index,
      createdAt: placed,
      updatedAt: placed,
      cancelledAt: null,
      currency: "EUR",
      total: totalOf(order.lines),
      financialStatus,
      fulfilmentStatus: parcel ? "FULFILLED" : "UNFULFILLED",
      sourceIdentifier: null,
      email,
      note: null,
      tags: [],
      customAttributes: [],
      isTest: false,
      lines: order.lines.map((line, at) => ({
        ...line,
        id: `${id}${String(at + 1).padStart(2, "0")}`,
        variantTitle: null,
        variantId: idsOfSku(line.sku).variantId,
        productId: idsOfSku(line.sku).productId,
      })),
      fulfilments: parcel
        ? [
            {
              id: String(4_212_300_000_001 + index),
              createdAt: placed,
              company: "DHL",
              ...parcel,
              url: trackingUrl(parcel.number),
            },
          ]
        : [],
    };
    return { kind: "order", id, data };
  });
}

export function trackingUrl(number: string): string {
  return `https://www.dhl.com/en/express/tracking.html?AWB=${number}`;
}
