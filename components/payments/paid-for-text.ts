import type { PaidFor } from "#lib/revenue/amounts-schema.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";

/** Where a guest ordered: "Table 4", or the code that was scanned; null where nobody knows. */
export function whereText({
  tableNumber,
  qrCodeId,
}: Pick<PaidFor, "tableNumber" | "qrCodeId">): string | null {
  if (tableNumber !== null) return t("where_text_table_tablenumber", { tableNumber });
  return qrCodeId === null ? null : t("where_text_code_qrcodeid", { qrCodeId });
}
