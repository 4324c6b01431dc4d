import { hrefWith } from "#components/listing/search-params.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { MerchantStanding, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText, dayText, shareText, standingWords } from "./revenue-words.ts";

interface MerchantTableProps {
  merchants: readonly MerchantStanding[];
  scope: RevenueScope;
  locale: Locale;
}

/** Merchants, how they stand, and by what; each leads to its months. */
export function MerchantTable({ merchants, scope, locale }: MerchantTableProps) {
  const amount = (minor: number) => amountText(minor, scope, locale);
  return (
    <div className="overflow-x-auto">
      <Table caption={t("merchant_table_caption")}>
        <TableHead>
          <TableHeading>{t("merchant_table_merchant")}</TableHeading>
          <TableHeading>{t("merchant_table_standing")}</TableHeading>
          <TableHeading align="end">{t("merchant_table_last_4_full_weeks")}</TableHeading>
          <TableHeading align="end">{t("merchant_table_4_weeks_before")}</TableHeading>
          <TableHeading align="end">{t("merchant_table_disputed")}</TableHeading>
          <TableHeading align="end">{t("merchant_table_fees_all_time")}</TableHeading>
        </TableHead>
        <TableBody>
          {merchants.map((one) => {
            const { title, tone } = standingWords()[one.standing];
            return (
              <TableRow key={one.id}>
                <TableCell phone="title">
                  <TextLink
                    data-row-link
                    href={hrefWith(`/operator/merchants/${one.id}`, { ...scope })}
                    className="[overflow-wrap:anywhere]"
                  >
                    {one.name}
                  </TextLink>
                  <span className="block font-normal text-muted text-sm">
                    {t("merchant_table_signed_up_signedupon", {
                      signedUpOn: dayText(one.signedUpOn, locale),
                    })}
                  </span>
                </TableCell>
                <TableCell phone="aside">
                  <Badge tone={tone}>{title}</Badge>
                </TableCell>
                <TableCell label={t("merchant_table_last_4_full_weeks")} align="end">
                  {amount(one.recentVolume)}
                </TableCell>
                <TableCell label={t("merchant_table_4_weeks_before")} align="end">
                  {amount(one.earlierVolume)}
                </TableCell>
                <TableCell label={t("merchant_table_disputed")} align="end">
                  {shareText(one.disputeRate, locale)}
                </TableCell>
                <TableCell label={t("merchant_table_fees_all_time")} align="end">
                  {amount(one.fees)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
