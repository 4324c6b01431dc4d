import { Badge } from "#components/ui/badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { FeePolicyDto } from "#lib/fees/fee-policy-schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { policyStateWords } from "./policy-state-words.ts";
import { amountText, momentText, shareText } from "./revenue-words.ts";

/** The rules that a merchant's payments went, go or will go by, the newest first. */
export function PolicyTable({ policies, locale }: { policies: readonly FeePolicyDto[]; locale: Locale }) {
  return (
    <Table caption={t("policy_table_caption")} density="compact">
      <TableHead>
        <TableHeading>{t("policy_table_share_each_payment")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
        <TableHeading>{common("currency")}</TableHeading>
        <TableHeading align="end">{t("policy_table_least")}</TableHeading>
        <TableHeading>{t("policy_table_whose")}</TableHeading>
        <TableHeading>{t("policy_table_valid_from_utc")}</TableHeading>
      </TableHead>
      <TableBody>
        {policies.map(({ id, isOwn, currency, basisPoints, minimum, validFrom, state }) => (
          <TableRow key={id ?? "built-in"}>
            <TableCell phone="title">
              {basisPoints === 0 ? t("policy_table_none_subscription_only") : shareText(basisPoints, locale)}
            </TableCell>
            <TableCell phone="aside">
              <Badge tone={policyStateWords()[state].tone}>{policyStateWords()[state].title}</Badge>
            </TableCell>
            <TableCell label={common("currency")}>{currency ?? t("policy_table_every_currency")}</TableCell>
            <TableCell label={t("policy_table_least")} align="end">
              {currency && minimum > 0 ? amountText(minimum, { currency }, locale) : "–"}
            </TableCell>
            <TableCell label={t("policy_table_whose")}>
              {id === null
                ? t("policy_table_built")
                : isOwn
                  ? t("policy_table_this_merchants")
                  : t("policy_table_everybodys")}
            </TableCell>
            <TableCell label={t("policy_table_valid_from_utc")} className="whitespace-nowrap">
              {validFrom === null ? t("policy_table_always") : momentText(validFrom, locale)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
