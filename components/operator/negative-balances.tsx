import { hrefWith } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { NegativeBalance, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
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
      title="Negative balances"
      description="Merchants whose balance at a provider is below zero by the ledger: refunds and disputes took more than there was."
      actions={<CsvLink href={csvHref} what="negative balances" />}
      isFlush={balances.length > 0}
    >
      {balances.length === 0 ? (
        <p className="text-muted">No balance in {scope.currency} is below zero.</p>
      ) : (
        <Table caption="Negative balances" density="compact">
          <TableHead>
            <TableHeading>Merchant</TableHeading>
            <TableHeading>Provider</TableHeading>
            <TableHeading align="end">Balance</TableHeading>
          </TableHead>
          <TableBody>
            {balances.map(({ merchantId, merchantName, provider, balance }) => (
              <TableRow key={`${merchantId}-${provider}`}>
                <TableCell phone="title">
                  <TextLink href={hrefWith(`/operator/merchants/${merchantId}`, { ...scope })}>
                    {merchantName}
                  </TextLink>
                </TableCell>
                <TableCell label="Provider">{provider}</TableCell>
                <TableCell label="Balance" align="end" className="text-danger">
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
