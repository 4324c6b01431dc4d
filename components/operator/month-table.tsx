import { hrefWith } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RevenueMonth, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText, monthText, shareText } from "./revenue-words.ts";

interface MonthTableProps {
  months: readonly RevenueMonth[];
  scope: RevenueScope;
  locale: Locale;
  /** Of all merchants: how many they are, and who, a month leads to. */
  hasMerchants: boolean;
}

/** Every number of the months side by side, the newest first. On a phone, those that most is asked of. */
export function MonthTable({ months, scope, locale, hasMerchants }: MonthTableProps) {
  const amount = (minor: number) => amountText(minor, scope, locale);
  const count = (value: number) => value.toLocaleString("en-GB");
  return (
    <Card title="Months" description={`All amounts in ${scope.currency}; months are UTC.`} isFlush>
      <div className="overflow-x-auto">
        <Table caption="Months" density="compact">
          <TableHead>
            <TableHeading>Month</TableHeading>
            <TableHeading align="end">Volume</TableHeading>
            <TableHeading align="end">Refunds</TableHeading>
            <TableHeading align="end">Fees earned</TableHeading>
            <TableHeading align="end">Given back</TableHeading>
            <TableHeading align="end">Lost</TableHeading>
            <TableHeading align="end">Take rate</TableHeading>
            <TableHeading align="end">Payments</TableHeading>
            <TableHeading align="end">Disputes</TableHeading>
            {hasMerchants && <TableHeading align="end">Merchants</TableHeading>}
          </TableHead>
          <TableBody>
            {[...months].reverse().map((row) => (
              <TableRow key={row.month}>
                <TableCell phone="title" className="whitespace-nowrap">
                  {hasMerchants ? (
                    <TextLink href={hrefWith(`/operator/revenue/${row.month}`, { ...scope })}>
                      {monthText(row.month, locale, "long")}
                    </TextLink>
                  ) : (
                    monthText(row.month, locale, "long")
                  )}
                  {row.isPart && <span className="text-muted"> (so far)</span>}
                </TableCell>
                <TableCell label="Volume" align="end">
                  {amount(row.volume)}
                </TableCell>
                <TableCell label="Refunds" align="end" phone="hidden">
                  {amount(row.refunded)}
                </TableCell>
                <TableCell label="Fees earned" align="end">
                  {amount(row.feesEarned)}
                </TableCell>
                <TableCell label="Given back" align="end">
                  {amount(row.feesReturned)}
                </TableCell>
                <TableCell label="Lost" align="end" phone="hidden">
                  {amount(row.lost)}
                </TableCell>
                <TableCell label="Take rate" align="end">
                  {shareText(row.takeRate, locale)}
                </TableCell>
                <TableCell label="Payments" align="end">
                  {count(row.payments)}
                </TableCell>
                <TableCell label="Disputes" align="end" phone="hidden">
                  {count(row.disputes)}
                </TableCell>
                {hasMerchants && (
                  <TableCell label="Merchants" align="end" phone="hidden">
                    {count(row.merchants)}
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Card>
  );
}
