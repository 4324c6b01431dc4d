import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { Cohort, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
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
      title={t("cohort_table_title")}
      description={t("cohort_table_description", { currency: scope.currency })}
      actions={<CsvLink href={csvHref} label={t("cohort_table_csv")} />}
      isFlush
    >
      <div className="overflow-x-auto">
        <Table caption={t("cohort_table_caption")} density="compact">
          <TableHead>
            <TableHeading>{t("cohort_table_signed_up")}</TableHeading>
            <TableHeading align="end">{t("cohort_table_merchants")}</TableHeading>
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
                <TableCell label={t("cohort_table_merchants")} align="end">
                  {cohort.signedUp.toLocaleString(readerIntlLocale())}
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
                            {t("cohort_table_merchants_number_selling", { merchants: cell.merchants })}
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
