import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { SaleDto } from "#lib/revenue/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsEntries as t } from "#lib/words/en/screens/payments-entries.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { Amount } from "../amount.tsx";
import { orderTitle } from "../order-title.ts";

interface SaleTableProps {
  sales: readonly SaleDto[];
  zone: string;
  /** Whether they are of a product, whose pieces are counted. */
  hasQuantity: boolean;
}

/** What single payments count for in a report. */
export function SaleTable({ sales, zone, hasQuantity }: SaleTableProps) {
  return (
    <Table caption={t("sale_table_caption")} density="compact">
      <TableHead>
        <TableHeading>{t("sale_table_payment")}</TableHeading>
        <TableHeading>{common("when")}</TableHeading>
        {hasQuantity && <TableHeading align="end">{t("sale_table_pieces")}</TableHeading>}
        <TableHeading align="end">{t("sale_table_tip")}</TableHeading>
        <TableHeading align="end">{t("sale_table_sales")}</TableHeading>
      </TableHead>
      <TableBody>
        {sales.map((sale) => (
          <TableRow key={`${sale.chargeId} ${sale.value ?? ""}`}>
            <TableCell phone="title" className="[overflow-wrap:anywhere]">
              <Link
                href={`/payments/charges/${sale.chargeId}`}
                data-row-link
                className="rounded-tag font-medium text-ink hover:underline"
              >
                {sale.orderId === null ? t("sale_table_payment_without_order") : orderTitle(sale.orderId)}
              </Link>
            </TableCell>
            <TableCell label={common("when")} className="whitespace-nowrap text-muted">
              <RelativeTime at={sale.paidAt} zone={zone} />
            </TableCell>
            {hasQuantity && (
              <TableCell label={t("sale_table_pieces")} align="end">
                {sale.quantity.toLocaleString(readerIntlLocale())}
              </TableCell>
            )}
            <TableCell label={t("sale_table_tip")} align="end">
              {sale.tips === 0 ? "–" : <Amount minor={sale.tips} currency={sale.currency} />}
            </TableCell>
            <TableCell align="end" phone="aside" className="font-medium">
              <Amount minor={sale.sales} currency={sale.currency} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
