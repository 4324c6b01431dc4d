import { hrefWith } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { NegativeBalance, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText } from "./revenue-words.ts";

interface NegativeBalancesProps {
  balances: readonly NegativeBalance[];
  scope: RevenueScope;
  csvHref: string;
  locale: Locale;
}

/** Who owes their provider money, by the ledger. */
export function NegativeBalances({ balances, scope, csvHref, locale }: NegativeBalancesProps) {
  return (
    <Card
      title={t("negative_balances_title")}
      description={t("negative_balances_description")}
      actions={<CsvLink href={csvHref} label={t("negative_balances_csv")} />}
      isFlush={balances.length > 0}
    >
      {balances.length === 0 ? (
        <p className="text-muted">
          {t("negative_balances_no_balance_currency_below", { currency: scope.currency })}
        </p>
      ) : (
        <Table caption={t("negative_balances_title")} density="compact">
          <TableHead>
            <TableHeading>{t("negative_balances_merchant")}</TableHeading>
            <TableHeading>{t("negative_balances_provider")}</TableHeading>
            <TableHeading align="end">{t("negative_balances_balance")}</TableHeading>
          </TableHead>
          <TableBody>
            {balances.map(({ merchantId, merchantName, provider, balance }) => (
              <TableRow key={`${merchantId}-${provider}`}>
                <TableCell phone="title">
                  <TextLink href={hrefWith(`/operator/merchants/${merchantId}`, { ...scope })}>
                    {merchantName}
                  </TextLink>
                </TableCell>
                <TableCell label={t("negative_balances_provider")}>{provider}</TableCell>
                <TableCell label={t("negative_balances_balance")} align="end" className="text-danger">
                  {amountText(balance, scope, locale)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
