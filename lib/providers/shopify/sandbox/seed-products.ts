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

export function idsOfSku(sku: string): SeedIds {
  const ids = seedIds.get(sku);
  if (!ids) throw new Error(`The seed has no ${sku}.`);
  return ids;
}
