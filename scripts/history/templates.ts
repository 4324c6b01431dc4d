import { eventSearch } from "#lib/events/event-search.ts";

/** In the place of an event's own number. It stays as it is in search form. */
export const numberPlace = "4200000000";

/** The number of the template that few events have; the rest is drawn evenly. */
export const rareTemplate = 0;
export const templateCount = 500;

export type EventTemplate = {
  type: string;
  data: string;
  /** The part of the data that a row of a list shows. */
  facts: string;
  searchText: string;
  reference: string | null;
};

const firstNames = ["Mara", "Jörg", "Seán", "Aylin", "Piotr", "Chiara", "Noor", "Émile", "Ingrid", "Tomás"];
const lastNames = [
  "Klein",
  "Weiß",
  "O’Neill",
  "Yılmaz",
  "Nowak",
  "Ricci",
  "Haddad",
  "Durand",
  "Berg",
  "Silva",
];
const dishes = [
  "Pizza Margherita",
  "Lemon tart",
  "House wine, 0.2 l",
  "Crème brûlée",
  "Mushroom risotto",
  "Espresso",
];

/** Events such as a platform with many tables and guests sends, with what search finds them by. */
export function eventTemplates(): EventTemplate[] {
  return Array.from({ length: templateCount }, (_, index) => {
    const type = typeOf(index);
    const data = isOrder(index) ? orderData(index, type) : scanData(index, type);
    const search = eventSearch({ id: numberPlace, type, data });
    return { type, data: JSON.stringify(data), facts: JSON.stringify(factsOf(data)), ...search };
  });
}

export function isOrder(index: number): boolean {
  return typeOf(index).startsWith("order.");
}

function typeOf(index: number): string {
  const share = index % 20;
  if (share < 12) return "order.paid";
  if (share < 14) return "order.placed";
  return share < 19 ? "qr.scanned" : "conversion.tracked";
}

function orderData(index: number, type: string): Record<string, unknown> {
  const isRare = index === rareTemplate;
  const name = isRare
    ? "Zebulon Quimby"
    : `${at(firstNames, index)} ${at(lastNames, Math.floor(index / 10))}`;
  const unitAmount = 700 + ((index * 137) % 4_900);
  const quantity = 1 + (index % 4);
  return {
    orderId: `ord_${numberPlace}`,
    number: numberPlace,
    currency: "EUR",
    totalAmount: isRare ? 987_654 : unitAmount * quantity,
    lines: [
      {
        sku: `SKU-${index % 40}`,
        name: at(dishes, index),
        quantity,
        unitAmount,
        totalAmount: unitAmount * quantity,
      },
    ],
    customer: { id: `cus_${index}`, name, email: `guest${index}@example.com` },
    tableNumber: String(1 + (index % 30)),
    ...(type === "order.paid"
      ? { payment: { id: `pay_${numberPlace}`, method: "card", paidAt: "2026-10-02T19:20:31Z" } }
      : { placedAt: "2026-10-02T18:44:10Z" }),
  };
}

function scanData(index: number, type: string): Record<string, unknown> {
  if (type === "conversion.tracked") {
    return {
      conversionId: `cnv_${numberPlace}`,
      goal: "order",
      value: { amount: 1_000 + index, currency: "EUR" },
    };
  }
  const table = 1 + (index % 30);
  return {
    scanId: `scn_${numberPlace}`,
    code: { id: `qr_table_${table}`, name: `Table ${table}`, shortUrl: `https://qr.example/t${table}` },
    scannedAt: "2026-10-02T18:41:07Z",
    location: { country: "DE", region: "Berlin", city: "Berlin" },
    device: { type: "phone", os: "iOS 26", browser: "Safari", language: "de-DE" },
  };
}

function factsOf({
  number,
  currency,
  totalAmount,
  lines,
  customer,
  code,
  location,
  goal,
  value,
}: Record<string, unknown>) {
  return { number, currency, totalAmount, lines, customer, code, location, goal, value };
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}
