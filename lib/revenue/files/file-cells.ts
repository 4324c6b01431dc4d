import type { CsvCell } from "#lib/csv/csv-text.ts";
import { dateTimeFormat } from "#lib/intl.ts";
import { decimalText } from "#lib/money/decimal-text.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import type { FileCode } from "#lib/words/file-text.ts";
import type { PaidFor } from "../amounts-schema.ts";

/** An amount as decimal text, with the digits of its currency. */
export function amountCell(minor: number, currency: string): string {
  return withCurrency(currency, (unit) => decimalText(money(unit, minor)));
}

/** Moments as the merchant's clock shows them: `2026-10-02 18:44:10`. */
export function clockIn(zone: string): (iso: string) => string {
  const format = dateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  return (iso) => format.format(new Date(iso));
}

export const paidForHeading: readonly FileCode[] = [
  "file_payment",
  "file_order",
  "file_table",
  "file_qr_code",
  "file_description",
];

/** Which payment a row is about, and where it came from. */
export function paidForCells(charge: PaidFor | null): CsvCell[] {
  if (charge === null) return paidForHeading.map(() => null);
  const { chargeId, orderId, tableNumber, qrCodeId, description } = charge;
  return [chargeId, orderId, tableNumber, qrCodeId, description];
}
