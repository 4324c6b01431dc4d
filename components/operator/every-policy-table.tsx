import { Badge } from "#components/ui/badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ListedFeePolicy } from "#lib/operator/fee-plan/fee-plan-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { policyStateWords } from "./policy-state-words.ts";
import { amountText, shareText } from "./revenue-words.ts";

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
      <Table caption="All fee policies" density="compact">
        <TableHead>
          <TableHeading>Merchant</TableHeading>
          <TableHeading>State</TableHeading>
          <TableHeading align="end">Share</TableHeading>
          <TableHeading>Currency</TableHeading>
          <TableHeading align="end">At least</TableHeading>
          <TableHeading>Valid from (UTC)</TableHeading>
          <TableHeading>Set by</TableHeading>
        </TableHead>
        <TableBody>
          {policies.map(({ id, merchant, currency, basisPoints, minimum, validFrom, state, setBy }) => (
            <TableRow key={id}>
              <TableCell phone="title">
                {merchant ? (
                  <TextLink href={`/operator/merchants/${merchant.id}`}>{merchant.name}</TextLink>
                ) : (
                  "Everybody"
                )}
              </TableCell>
              <TableCell phone="aside">
                <Badge tone={policyStateWords[state].tone}>{policyStateWords[state].title}</Badge>
              </TableCell>
              <TableCell label="Share" align="end">
                {basisPoints === 0 ? "None" : shareText(basisPoints, locale)}
              </TableCell>
              <TableCell label="Currency">{currency ?? "Every currency"}</TableCell>
              <TableCell label="At least" align="end">
                {currency && minimum > 0 ? amountText(minimum, { currency }, locale) : "–"}
              </TableCell>
              <TableCell label="Valid from (UTC)" className="whitespace-nowrap">
                {validFrom.slice(0, 16).replace("T", " ")}
              </TableCell>
              <TableCell label="Set by">{setBy}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
