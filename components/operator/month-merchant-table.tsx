import { hrefWith } from "#components/listing/search-params.ts";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { MonthMerchant, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText } from "./revenue-words.ts";

interface MonthMerchantTableProps {
  merchants: readonly MonthMerchant[];
  scope: RevenueScope;
  locale: Locale;
}

/** What each merchant did in a month; each leads to its other months. */
export function MonthMerchantTable({ merchants, scope, locale }: MonthMerchantTableProps) {
  const amount = (minor: number) => amountText(minor, scope, locale);
  return (
    <div className="overflow-x-auto">
      <Table caption="Merchants of the month" density="compact">
        <TableHead>
          <TableHeading>Merchant</TableHeading>
          <TableHeading align="end">Volume</TableHeading>
          <TableHeading align="end">Refunds</TableHeading>
          <TableHeading align="end">Fees earned</TableHeading>
          <TableHeading align="end">Given back</TableHeading>
          <TableHeading align="end">Payments</TableHeading>
          <TableHeading align="end">Disputes</TableHeading>
        </TableHead>
        <TableBody>
          {merchants.map((one) => (
            <TableRow key={one.id}>
              <TableCell phone="title">
                <TextLink data-row-link href={hrefWith(`/operator/merchants/${one.id}`, { ...scope })}>
                  {one.name}
                </TextLink>
              </TableCell>
              <TableCell label="Volume" align="end">
                {amount(one.volume)}
              </TableCell>
              <TableCell label="Refunds" align="end">
                {amount(one.refunded)}
              </TableCell>
              <TableCell label="Fees earned" align="end">
                {amount(one.feesEarned)}
              </TableCell>
              <TableCell label="Given back" align="end">
                {amount(one.feesReturned)}
              </TableCell>
              <TableCell label="Payments" align="end">
                {one.payments.toLocaleString("en-GB")}
              </TableCell>
              <TableCell label="Disputes" align="end">
                {one.disputes.toLocaleString("en-GB")}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
