import { hrefWith } from "#components/listing/search-params.ts";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { FeePlanTrial } from "#lib/operator/fee-plan/fee-plan-schema.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
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
      <Table caption="Fees by the rule that is tried">
        <TableHead>
          <TableHeading>Merchant</TableHeading>
          <TableHeading align="end">Payments</TableHeading>
          <TableHeading align="end">Volume</TableHeading>
          <TableHeading align="end">Fees were</TableHeading>
          <TableHeading align="end">Would be</TableHeading>
          <TableHeading align="end">For the platform</TableHeading>
          <TableHeading align="end">For the merchant</TableHeading>
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
              <TableCell label="Payments" align="end">
                {row.payments.toLocaleString("en-GB")}
              </TableCell>
              <TableCell label="Volume" align="end">
                {amount(row.volume)}
              </TableCell>
              <TableCell label="Fees were" align="end">
                {amount(row.feesWere)}
              </TableCell>
              <TableCell label="Would be" align="end">
                {amount(row.feesWouldBe)}
              </TableCell>
              <TableCell label="For the platform" align="end">
                {difference(row.difference)}
              </TableCell>
              <TableCell label="For the merchant" align="end">
                {difference(-row.difference)}
              </TableCell>
            </TableRow>
          ))}
          <TableRow className="bg-sunken font-medium">
            <TableCell phone="title">
              {trial.merchants > trial.rows.length ? "These merchants" : "All merchants"}
            </TableCell>
            <TableCell label="Payments" align="end">
              {trial.total.payments.toLocaleString("en-GB")}
            </TableCell>
            <TableCell label="Volume" align="end">
              {amount(trial.total.volume)}
            </TableCell>
            <TableCell label="Fees were" align="end">
              {amount(trial.total.feesWere)}
            </TableCell>
            <TableCell label="Would be" align="end">
              {amount(trial.total.feesWouldBe)}
            </TableCell>
            <TableCell label="For the platform" align="end">
              {difference(trial.total.difference)}
            </TableCell>
            <TableCell label="For the merchant" align="end">
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
    byMinimum > 0 ? `${byMinimum.toLocaleString("en-GB")} by the minimum` : "",
    byCeiling > 0 ? `${byCeiling.toLocaleString("en-GB")} held to 5%` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
