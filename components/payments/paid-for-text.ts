import type { PaidFor } from "#lib/revenue/amounts-schema.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";

/** Where a guest ordered: "Table 4, code qr_table_4"; null where nobody knows. */
export function whereText({
  tableNumber,
  qrCodeId,
}: Pick<PaidFor, "tableNumber" | "qrCodeId">): string | null {
  if (tableNumber === null) return qrCodeId === null ? null : t("where_text_code_qrcodeid", { qrCodeId });
  return qrCodeId === null
    ? t("where_text_table_tablenumber", { tableNumber })
    : t("where_text_table_tablenumber_code_qrcodeid", { tableNumber, qrCodeId });
}
