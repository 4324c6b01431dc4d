/** What the demo's guests order, and where they sit. Prices in cents. */
interface Dish {
  sku: string;
  name: string;
  price: number;
  /** How often it is ordered, compared with the others. */
  weight: number;
}

const menu: readonly Dish[] = [
  { sku: "PIZZA-MARG", name: "Pizza Margherita", price: 1_250, weight: 9 },
  { sku: "PIZZA-DIAV", name: "Pizza Diavola", price: 1_450, weight: 6 },
  { sku: "TAGLIATELLE", name: "Tagliatelle al ragù", price: 1_690, weight: 6 },
  { sku: "RISOTTO", name: "Risotto ai funghi", price: 1_790, weight: 4 },
  { sku: "SALTIMBOCCA", name: "Saltimbocca", price: 2_490, weight: 3 },
  { sku: "INSALATA", name: "Insalata mista", price: 790, weight: 5 },
  { sku: "TIRAMISU", name: "Tiramisù", price: 690, weight: 6 },
  { sku: "WINE-HOUSE", name: "House wine, 0.2 l", price: 750, weight: 8 },
  { sku: "WATER", name: "Mineral water", price: 390, weight: 9 },
  { sku: "ESPRESSO", name: "Espresso", price: 280, weight: 7 },
];

interface Place {
  code: { id: string; name: string };
  table: string | null;
  weight: number;
}

const places: readonly Place[] = [
  ...["1", "2", "3", "4", "5", "6", "7", "8"].map((table) => ({
    code: { id: `qr_table_${table}`, name: `Table ${table}` },
    table,
    weight: table === "4" || table === "7" ? 5 : 3,
  })),
  { code: { id: "qr_counter", name: "Take-away counter" }, table: null, weight: 6 },
];

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** One order of the demo's month, and what becomes of its payment. */
export interface PlannedSale {
  number: string;
  at: Date;
  place: Place;
  currency: "EUR" | "USD";
  lines: readonly { dish: Dish; quantity: number }[];
  /** In the smallest unit. */
  tip: number;
  total: number;
  /** A card of Stripe's testing page. */
  card: string;
  later: Later | null;
}

type Later =
  | { kind: "refund"; amount: number; reason: string }
  | { kind: "dispute"; amount: number; outcome: "won" | "lost" | "open" };

export const firstNumber = 3_001;

/** Orders a day, from Sunday on. */
const busyness = [5, 2, 3, 4, 5, 7, 8];
/** Hours by UTC at which guests pay, the frequent ones several times. */
const hours = [11, 11, 12, 12, 13, 17, 18, 18, 19, 19, 19, 20, 20, 21];

/**
 * The orders of some days before a moment, the same for the same moment: what is left to be done of them can be found
 * out after any interruption.
 */
export function planMonth(until: Date, days: number): PlannedSale[] {
  const random = drawer(41);
  const begin = Math.floor(until.getTime() / dayMs) * dayMs - days * dayMs;
  const times: Date[] = [];
  for (let day = 0; day < days; day += 1) {
    const start = begin + day * dayMs;
    const count = busyness[new Date(start).getUTCDay()] ?? 4;
    for (let place = 0; place < count; place += 1) {
      times.push(new Date(start + pick(hours, random) * hourMs + Math.floor(random() * 60) * 60_000));
    }
  }
  const sales = times
    .toSorted((one, other) => one.getTime() - other.getTime())
    .map((at, index) => drawSale(at, index, random));
  return sales.map((sale, index) => ({ ...sale, ...getOddity(sale, index, sales.length) }));
}

function drawSale(at: Date, index: number, random: () => number): PlannedSale {
  const lines = new Map<string, { dish: Dish; quantity: number }>();
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    const dish = weighted(menu, random);
    lines.set(dish.sku, { dish, quantity: (lines.get(dish.sku)?.quantity ?? 0) + 1 });
  }
  const goods = [...lines.values()].reduce((sum, { dish, quantity }) => sum + dish.price * quantity, 0);
  const tip = Math.round((goods * pick([0, 0, 5, 10, 10, 12], random)) / 1_000) * 10;
  return {
    number: String(firstNumber + index),
    at,
    place: weighted(places, random),
    // Visitors from overseas pay in their own money: the demo has something to show in two currencies.
    currency: index % 13 === 5 ? "USD" : "EUR",
    lines: [...lines.values()],
    tip,
    total: goods + tip,
    card: "pm_card_visa",
    later: null,
  };
}

/** What does not go as usual, by the place of the sale in the month. */
function getOddity(sale: PlannedSale, index: number, count: number): Partial<PlannedSale> {
  const left = count - index;
  const refund = (amount: number, reason: string) => ({ later: { kind: "refund", amount, reason } as const });
  const first = sale.lines[0]?.dish.price ?? sale.total;
  if (left === 14) return { later: { kind: "dispute", amount: sale.total, outcome: "open" } };
  if (index === 12) return { later: { kind: "dispute", amount: sale.total, outcome: "won" } };
  if (index === 26) return { later: { kind: "dispute", amount: sale.total, outcome: "lost" } };
  if (left === 9) return { card: "pm_card_chargeDeclinedInsufficientFunds" };
  if (left === 20) return { card: "pm_card_refundFail", ...refund(sale.total, "The guest did not come") };
  if (index % 29 === 8) return refund(sale.total, "Ordered twice");
  if (index % 17 === 3) return refund(first, "The dish was cold");
  return {};
}

/** Draws numbers from 0 to below 1, the same ones each time: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}

function weighted<Item extends { weight: number }>(items: readonly Item[], random: () => number): Item {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return pick(items, random);
}
