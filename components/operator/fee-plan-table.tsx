import { hrefWith } from "#components/listing/search-params.ts";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { FeePlanTrial } from "#lib/operator/fee-plan/fee-plan-schema.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { amountText, differenceText } from "./revenue-words.ts";

interface FeePlanTableProps {
  trial: FeePlanTrial;
  scope: RevenueScope;
  locale: Locale;
  /** What goes along to the page where a policy is set. */
  typed: { share: string; minimum: string };
}

/** What fees were and would be, merchant by merchant; each leads to where the rule can be set. */
export function FeePlanTable({ trial, scope, locale, typed }: FeePlanTableProps) {
  const amount = (minor: number) => amountText(minor, scope, locale);
  const difference = (minor: number) => differenceText(minor, scope, locale);
  return (
    <div className="overflow-x-auto">
      <Table caption={t("fee_plan_table_caption")}>
        <TableHead>
          <TableHeading>{t("fee_plan_table_merchant")}</TableHeading>
          <TableHeading align="end">{t("fee_plan_table_payments")}</TableHeading>
          <TableHeading align="end">{t("fee_plan_table_volume")}</TableHeading>
          <TableHeading align="end">{t("fee_plan_table_fees_were")}</TableHeading>
          <TableHeading align="end">{t("fee_plan_table_would")}</TableHeading>
          <TableHeading align="end">{t("fee_plan_table_platform")}</TableHeading>
          <TableHeading align="end">{t("fee_plan_table_merchant_2")}</TableHeading>
        </TableHead>
        <TableBody>
          {trial.rows.map((row) => (
            <TableRow key={row.merchantId}>
              <TableCell phone="title">
                <TextLink
                  href={hrefWith(`/operator/merchants/${row.merchantId}`, {
                    ...scope,
                    ...typed,
                    for: scope.currency,
                  })}
                >
                  {row.merchantName}
                </TextLink>
                {(row.byMinimum > 0 || row.byCeiling > 0) && (
                  <span className="block font-normal text-muted text-sm">{decidedText(row)}</span>
                )}
              </TableCell>
              <TableCell label={t("fee_plan_table_payments")} align="end">
                {row.payments.toLocaleString(readerIntlLocale())}
              </TableCell>
              <TableCell label={t("fee_plan_table_volume")} align="end">
                {amount(row.volume)}
              </TableCell>
              <TableCell label={t("fee_plan_table_fees_were")} align="end">
                {amount(row.feesWere)}
              </TableCell>
              <TableCell label={t("fee_plan_table_would")} align="end">
                {amount(row.feesWouldBe)}
              </TableCell>
              <TableCell label={t("fee_plan_table_platform")} align="end">
                {difference(row.difference)}
              </TableCell>
              <TableCell label={t("fee_plan_table_merchant_2")} align="end">
                {difference(-row.difference)}
              </TableCell>
            </TableRow>
          ))}
          <TableRow className="bg-sunken font-medium">
            <TableCell phone="title">
              {trial.merchants > trial.rows.length
                ? t("fee_plan_table_these_merchants")
                : t("fee_plan_table_all_merchants")}
            </TableCell>
            <TableCell label={t("fee_plan_table_payments")} align="end">
              {trial.total.payments.toLocaleString(readerIntlLocale())}
            </TableCell>
            <TableCell label={t("fee_plan_table_volume")} align="end">
              {amount(trial.total.volume)}
            </TableCell>
            <TableCell label={t("fee_plan_table_fees_were")} align="end">
              {amount(trial.total.feesWere)}
            </TableCell>
            <TableCell label={t("fee_plan_table_would")} align="end">
              {amount(trial.total.feesWouldBe)}
            </TableCell>
            <TableCell label={t("fee_plan_table_platform")} align="end">
              {difference(trial.total.difference)}
            </TableCell>
            <TableCell label={t("fee_plan_table_merchant_2")} align="end">
              {difference(-trial.total.difference)}
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </div>
  );
}

/** "3 payments by the minimum, 1 held to 5%". */
function decidedText({ byMinimum, byCeiling }: { byMinimum: number; byCeiling: number }): string {
  const parts = [
    byMinimum > 0 ? t("decided_text_byminimum_number_minimum", { byMinimum }) : "",
    byCeiling > 0 ? t("decided_text_byceiling_number_held_5", { byCeiling }) : "",
  ];
  return parts.filter(Boolean).join(", ");
}
