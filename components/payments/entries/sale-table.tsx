import Link from "next/link";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { SaleDto } from "#lib/revenue/schema.ts";
import { Amount } from "../amount.tsx";

interface SaleTableProps {
  sales: readonly SaleDto[];
  zone: string;
  /** Whether they are of a product, whose pieces are counted. */
  hasQuantity: boolean;
}

/** What single payments count for in a report. */
export function SaleTable({ sales, zone, hasQuantity }: SaleTableProps) {
  return (
    <Table caption="Payments behind the number" density="compact">
      <TableHead>
        <TableHeading>Payment</TableHeading>
        <TableHeading>When</TableHeading>
        {hasQuantity && <TableHeading align="end">Pieces</TableHeading>}
        <TableHeading align="end">Tip</TableHeading>
        <TableHeading align="end">Sales</TableHeading>
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
                {sale.orderId === null ? "Payment without an order" : `Order ${sale.orderId}`}
              </Link>
            </TableCell>
            <TableCell label="When" className="whitespace-nowrap text-muted">
              <RelativeTime at={sale.paidAt} zone={zone} />
            </TableCell>
            {hasQuantity && (
              <TableCell label="Pieces" align="end">
                {sale.quantity.toLocaleString("en-GB")}
              </TableCell>
            )}
            <TableCell label="Tip" align="end">
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
