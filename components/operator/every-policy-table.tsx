import { Badge } from "#components/ui/badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ListedFeePolicy } from "#lib/operator/fee-plan/fee-plan-schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { policyStateWords } from "./policy-state-words.ts";
import { amountText, momentText, shareText } from "./revenue-words.ts";

/** Every fee policy, the newest first, with whoever set it. */
export function EveryPolicyTable({
  policies,
  locale,
}: {
  policies: readonly ListedFeePolicy[];
  locale: Locale;
}) {
  return (
    <div className="overflow-x-auto">
      <Table caption={t("every_policy_table_caption")} density="compact">
        <TableHead>
          <TableHeading>{t("every_policy_table_merchant")}</TableHeading>
          <TableHeading>{common("state")}</TableHeading>
          <TableHeading align="end">{t("every_policy_table_share")}</TableHeading>
          <TableHeading>{common("currency")}</TableHeading>
          <TableHeading align="end">{t("every_policy_table_least")}</TableHeading>
          <TableHeading>{t("every_policy_table_valid_from_utc")}</TableHeading>
          <TableHeading>{t("every_policy_table_set")}</TableHeading>
        </TableHead>
        <TableBody>
          {policies.map(({ id, merchant, currency, basisPoints, minimum, validFrom, state, setBy }) => (
            <TableRow key={id}>
              <TableCell phone="title">
                {merchant ? (
                  <TextLink href={`/operator/merchants/${merchant.id}`}>{merchant.name}</TextLink>
                ) : (
                  t("every_policy_table_everybody")
                )}
              </TableCell>
              <TableCell phone="aside">
                <Badge tone={policyStateWords()[state].tone}>{policyStateWords()[state].title}</Badge>
              </TableCell>
              <TableCell label={t("every_policy_table_share")} align="end">
                {basisPoints === 0 ? t("every_policy_table_none") : shareText(basisPoints, locale)}
              </TableCell>
              <TableCell label={common("currency")}>
                {currency ?? t("every_policy_table_every_currency")}
              </TableCell>
              <TableCell label={t("every_policy_table_least")} align="end">
                {currency && minimum > 0 ? amountText(minimum, { currency }, locale) : "–"}
              </TableCell>
              <TableCell label={t("every_policy_table_valid_from_utc")} className="whitespace-nowrap">
                {momentText(validFrom, locale)}
              </TableCell>
              <TableCell label={t("every_policy_table_set")}>{setBy}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
