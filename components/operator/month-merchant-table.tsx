import { hrefWith } from "#components/listing/search-params.ts";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { MonthMerchant, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
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
      <Table caption={t("month_merchant_table_caption")} density="compact">
        <TableHead>
          <TableHeading>{t("month_merchant_table_merchant")}</TableHeading>
          <TableHeading align="end">{t("month_merchant_table_volume")}</TableHeading>
          <TableHeading align="end">{t("month_merchant_table_refunds")}</TableHeading>
          <TableHeading align="end">{t("month_merchant_table_fees_earned")}</TableHeading>
          <TableHeading align="end">{t("month_merchant_table_given_back")}</TableHeading>
          <TableHeading align="end">{t("month_merchant_table_payments")}</TableHeading>
          <TableHeading align="end">{t("month_merchant_table_disputes")}</TableHeading>
        </TableHead>
        <TableBody>
          {merchants.map((one) => (
            <TableRow key={one.id}>
              <TableCell phone="title">
                <TextLink data-row-link href={hrefWith(`/operator/merchants/${one.id}`, { ...scope })}>
                  {one.name}
                </TextLink>
              </TableCell>
              <TableCell label={t("month_merchant_table_volume")} align="end">
                {amount(one.volume)}
              </TableCell>
              <TableCell label={t("month_merchant_table_refunds")} align="end">
                {amount(one.refunded)}
              </TableCell>
              <TableCell label={t("month_merchant_table_fees_earned")} align="end">
                {amount(one.feesEarned)}
              </TableCell>
              <TableCell label={t("month_merchant_table_given_back")} align="end">
                {amount(one.feesReturned)}
              </TableCell>
              <TableCell label={t("month_merchant_table_payments")} align="end">
                {one.payments.toLocaleString(readerIntlLocale())}
              </TableCell>
              <TableCell label={t("month_merchant_table_disputes")} align="end">
                {one.disputes.toLocaleString(readerIntlLocale())}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
