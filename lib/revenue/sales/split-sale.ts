/** A payment that succeeded, as far as reports count it. */
export type Sold = {
  amount: number;
  tip: number | null;
  qrCodeId: string | null;
  tableNumber: string | null;
  lines: readonly { sku: string | null; name: string; quantity: number; amount: number }[];
};

export type SalePart = {
  dimension: "all" | "product" | "code" | "table";
  value: string;
  gross: number;
  tips: number;
  orders: number;
  quantity: number;
};

/**
 * What a payment counts for: as a whole, by product, by code and by table, in the order of the roll-ups' keys.
 * @param isFirst the payment is the first one of its order, which counts the order and what was in it
 */
export function splitSale({ amount, tip, qrCodeId, tableNumber, lines }: Sold, isFirst: boolean): SalePart[] {
  const whole = { gross: amount, tips: tip ?? 0, orders: isFirst ? 1 : 0, quantity: 0 };
  const parts: SalePart[] = [{ dimension: "all", value: "", ...whole }];
  if (qrCodeId) parts.push({ dimension: "code", value: qrCodeId, ...whole });
  for (const [value, sold] of byProduct(lines)) {
    parts.push({
      dimension: "product",
      value,
      gross: sold.amount,
      tips: 0,
      orders: whole.orders,
      quantity: isFirst ? sold.quantity : 0,
    });
  }
  if (tableNumber) parts.push({ dimension: "table", value: tableNumber, ...whole });
  return parts;
}

/** Lines of one name are one product, as people know it by its name; without any it has its number. */
function byProduct(lines: Sold["lines"]): [string, { amount: number; quantity: number }][] {
  const products = new Map<string, { amount: number; quantity: number }>();
  for (const { name, sku, amount, quantity } of lines) {
    const value = name.trim() || sku?.trim();
    if (!value) continue;
    const before = products.get(value) ?? { amount: 0, quantity: 0 };
    products.set(value, { amount: before.amount + amount, quantity: before.quantity + quantity });
  }
  return [...products].sort(([one], [other]) => (one < other ? -1 : 1));
}
