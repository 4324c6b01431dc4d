import { Badge } from "#components/ui/badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { FeePolicyDto } from "#lib/fees/fee-policy-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { policyStateWords } from "./policy-state-words.ts";
import { amountText, shareText } from "./revenue-words.ts";

/** The rules that a merchant's payments went, go or will go by, the newest first. */
export function PolicyTable({ policies, locale }: { policies: readonly FeePolicyDto[]; locale: Locale }) {
  return (
    <Table caption="Fee policies" density="compact">
      <TableHead>
        <TableHeading>Share of each payment</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading>Currency</TableHeading>
        <TableHeading align="end">At least</TableHeading>
        <TableHeading>Whose</TableHeading>
        <TableHeading>Valid from (UTC)</TableHeading>
      </TableHead>
      <TableBody>
        {policies.map(({ id, isOwn, currency, basisPoints, minimum, validFrom, state }) => (
          <TableRow key={id ?? "built-in"}>
            <TableCell phone="title">
              {basisPoints === 0 ? "None: subscription only" : shareText(basisPoints, locale)}
            </TableCell>
            <TableCell phone="aside">
              <Badge tone={policyStateWords[state].tone}>{policyStateWords[state].title}</Badge>
            </TableCell>
            <TableCell label="Currency">{currency ?? "Every currency"}</TableCell>
            <TableCell label="At least" align="end">
              {currency && minimum > 0 ? amountText(minimum, { currency }, locale) : "–"}
            </TableCell>
            <TableCell label="Whose">
              {id === null ? "Built in" : isOwn ? "This merchant's" : "Everybody's"}
            </TableCell>
            <TableCell label="Valid from (UTC)" className="whitespace-nowrap">
              {validFrom === null ? "Always" : validFrom.slice(0, 16).replace("T", " ")}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
