import type { SandboxAccountSeed } from "#lib/providers/sandbox-kit/contract.ts";
import { computeTotal } from "./place-order.ts";
import { stamp } from "./shop.ts";

type SeedVariant = { title: string; sku: string; price: string; stock: readonly [number, number] | null };

type SeedProduct = {
  title: string;
  type: string;
  status: "ACTIVE" | "DRAFT";
  variants: readonly SeedVariant[];
};

const only = (sku: string, price: string, stock: SeedVariant["stock"]): readonly SeedVariant[] => [
  { title: "Default Title", sku, price, stock },
];

/** What a restaurant sells beside the table. Stock: [restaurant, storeroom]; null is not counted. */
export const seedProducts: readonly SeedProduct[] = [
  {
    title: "Olive oil, 0.5 l",
    type: "Pantry",
    status: "ACTIVE",
    variants: only("OIL-500", "14.50", [18, 60]),
  },
  {
    title: "Pizza kit",
    type: "Kits",
    status: "ACTIVE",
    variants: [
      { title: "For two", sku: "PIZZA-KIT-2", price: "19.90", stock: [6, 12] },
      { title: "For four", sku: "PIZZA-KIT-4", price: "34.90", stock: [3, 8] },
    ],
  },
  {
    title: "Sugo della casa",
    type: "Pantry",
    status: "ACTIVE",
    variants: only("SUGO-330", "6.90", [24, 96]),
  },
  {
    title: "Chianti Classico, 0.75 l",
    type: "Wine",
    status: "ACTIVE",
    variants: only("WINE-CHI", "17.00", [12, 36]),
  },
  {
    title: "Espresso beans",
    type: "Coffee",
    status: "ACTIVE",
    variants: [
      { title: "250 g", sku: "COFFEE-250", price: "8.50", stock: [10, 30] },
      { title: "1 kg", sku: "COFFEE-1000", price: "28.00", stock: [4, 10] },
    ],
  },
  {
    title: "Apron",
    type: "Shop",
    status: "ACTIVE",
    variants: [
      { title: "S/M", sku: "APRON-SM", price: "29.00", stock: [2, 5] },
      { title: "L/XL", sku: "APRON-LX", price: "29.00", stock: [0, 4] },
    ],
  },
  {
    title: "Cooking evening voucher",
    type: "Vouchers",
    status: "ACTIVE",
    variants: only("VOUCHER-COOK", "79.00", null),
  },
  { title: "Panettone", type: "Seasonal", status: "DRAFT", variants: only("PANETTONE", "24.00", [0, 40]) },
];

type SeedIds = { productId: string; variantId: string; inventoryItemId: string };

/** By SKU; the same in every shop. */
const seedIds: ReadonlyMap<string, SeedIds> = new Map(
  seedProducts
    .flatMap(({ variants }, product) => variants.map(({ sku }) => ({ sku, product })))
    .map(({ sku, product }, position) => [
      sku,
      {
        productId: String(8_412_301_000_001 + product),
        variantId: String(4_512_301_000_001 + position),
        inventoryItemId: String(4_712_301_000_001 + position),
      },
    ]),
);

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
      total: computeTotal(order.lines),
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

export function idsOfSku(sku: string): SeedIds {
  const ids = seedIds.get(sku);
  if (!ids) throw new Error(`The seed has no ${sku}.`);
  return ids;
}
