import type { PaidFor } from "#lib/revenue/amounts-schema.ts";

/** Where a guest ordered: "Table 4, code qr_table_4"; null where nobody knows. */
export function whereText({
  tableNumber,
  qrCodeId,
}: Pick<PaidFor, "tableNumber" | "qrCodeId">): string | null {
  if (tableNumber === null) return qrCodeId === null ? null : `Code ${qrCodeId}`;
  return qrCodeId === null ? `Table ${tableNumber}` : `Table ${tableNumber}, code ${qrCodeId}`;
}
