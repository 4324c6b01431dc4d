import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { Cohort, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText, monthText } from "./revenue-words.ts";

interface CohortTableProps {
  cohorts: readonly Cohort[];
  scope: RevenueScope;
  csvHref: string;
  locale: Locale;
}

/** Merchants by the month in which they signed up: how many of them sell, and for how much, in each month since. */
export function CohortTable({ cohorts, scope, csvHref, locale }: CohortTableProps) {
  const months = cohorts.map(({ month }) => month);
  return (
    <Card
      title="By month of signing up"
      description={`Of the merchants who signed up in a month (UTC), how many sold in each month since, and their volume in ${scope.currency}. The last month is not over.`}
      actions={<CsvLink href={csvHref} what="merchants by month of signing up" />}
      isFlush
    >
      <div className="overflow-x-auto">
        <Table caption="Merchants by month of signing up" density="compact">
          <TableHead>
            <TableHeading>Signed up</TableHeading>
            <TableHeading align="end">Merchants</TableHeading>
            {months.map((month) => (
              <TableHeading key={month} align="end">
                {monthText(month, locale, "short")}
              </TableHeading>
            ))}
          </TableHead>
          <TableBody>
            {cohorts.map((cohort) => (
              <TableRow key={cohort.month}>
                <TableCell phone="title" className="whitespace-nowrap">
                  {monthText(cohort.month, locale, "long")}
                </TableCell>
                <TableCell label="Merchants" align="end">
                  {cohort.signedUp.toLocaleString("en-GB")}
                </TableCell>
                {months.map((month) => {
                  const cell = cohort.months.find((one) => one.month === month);
                  return (
                    <TableCell
                      key={month}
                      label={monthText(month, locale, "short")}
                      align="end"
                      phone={cell ? "line" : "hidden"}
                    >
                      {cell && (
                        <span>
                          {amountText(cell.volume, scope, locale)}
                          <span className="block text-muted text-sm max-md:inline">
                            {" "}
                            {cell.merchants.toLocaleString("en-GB")} selling
                          </span>
                        </span>
                      )}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Card>
  );
}
