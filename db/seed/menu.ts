/** What the demo's guests order, and where they sit. Prices in cents. */
export interface Dish {
  sku: string;
  name: string;
  price: number;
  /** How often it is ordered, compared with the others. */
  weight: number;
}

export const menu: readonly Dish[] = [
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

export interface Place {
  code: { id: string; name: string };
  table: string | null;
  weight: number;
}

export const places: readonly Place[] = [
  ...["1", "2", "3", "4", "5", "6", "7", "8"].map((table) => ({
    code: { id: `qr_table_${table}`, name: `Table ${table}` },
    table,
    weight: table === "4" || table === "7" ? 5 : 3,
  })),
  { code: { id: "qr_counter", name: "Take-away counter" }, table: null, weight: 6 },
];
