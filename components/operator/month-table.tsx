import { hrefWith } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RevenueMonth, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
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
  const count = (value: number) => value.toLocaleString(readerIntlLocale());
  return (
    <Card
      title={t("month_table_title")}
      description={t("month_table_description", { currency: scope.currency })}
      isFlush
    >
      <div className="overflow-x-auto">
        <Table caption={t("month_table_title")} density="compact">
          <TableHead>
            <TableHeading>{t("month_table_month")}</TableHeading>
            <TableHeading align="end">{t("month_table_volume")}</TableHeading>
            <TableHeading align="end">{t("month_table_refunds")}</TableHeading>
            <TableHeading align="end">{t("month_table_fees_earned")}</TableHeading>
            <TableHeading align="end">{t("month_table_given_back")}</TableHeading>
            <TableHeading align="end">{t("month_table_lost")}</TableHeading>
            <TableHeading align="end">{t("month_table_take_rate")}</TableHeading>
            <TableHeading align="end">{t("month_table_payments")}</TableHeading>
            <TableHeading align="end">{t("month_table_disputes")}</TableHeading>
            {hasMerchants && <TableHeading align="end">{t("month_table_merchants")}</TableHeading>}
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
                  {row.isPart && <span className="text-muted"> {t("month_table_so_far")}</span>}
                </TableCell>
                <TableCell label={t("month_table_volume")} align="end">
                  {amount(row.volume)}
                </TableCell>
                <TableCell label={t("month_table_refunds")} align="end" phone="hidden">
                  {amount(row.refunded)}
                </TableCell>
                <TableCell label={t("month_table_fees_earned")} align="end">
                  {amount(row.feesEarned)}
                </TableCell>
                <TableCell label={t("month_table_given_back")} align="end">
                  {amount(row.feesReturned)}
                </TableCell>
                <TableCell label={t("month_table_lost")} align="end" phone="hidden">
                  {amount(row.lost)}
                </TableCell>
                <TableCell label={t("month_table_take_rate")} align="end">
                  {shareText(row.takeRate, locale)}
                </TableCell>
                <TableCell label={t("month_table_payments")} align="end">
                  {count(row.payments)}
                </TableCell>
                <TableCell label={t("month_table_disputes")} align="end" phone="hidden">
                  {count(row.disputes)}
                </TableCell>
                {hasMerchants && (
                  <TableCell label={t("month_table_merchants")} align="end" phone="hidden">
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
