import { Duration } from "#components/ui/duration.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { DifferenceDto } from "#lib/revenue/reconciliation-schema.ts";
import { paymentsReconciliation as t } from "#lib/words/en/screens/payments-reconciliation.ts";

interface DifferenceTableProps {
  differences: readonly DifferenceDto[];
  zone: string;
}

/** What the provider and the ledger say differently, in plain words, and since when. */
export function DifferenceTable({ differences, zone }: DifferenceTableProps) {
  return (
    <Table caption={t("difference_table_caption")}>
      <TableHead>
        <TableHeading>{t("difference_table_what_differs")}</TableHeading>
        <TableHeading>{t("difference_table_found")}</TableHeading>
        <TableHeading align="end">{t("difference_table_age")}</TableHeading>
      </TableHead>
      <TableBody>
        {differences.map(({ id, message, openedAt, closedAt, ageSeconds }) => (
          <TableRow key={id}>
            <TableCell phone="title" className="[overflow-wrap:anywhere]">
              {message}
            </TableCell>
            <TableCell label={t("difference_table_found")} className="whitespace-nowrap text-muted">
              <RelativeTime at={openedAt} zone={zone} />
            </TableCell>
            <TableCell label={t("difference_table_age")} align="end" className="whitespace-nowrap">
              <Age seconds={ageSeconds} isSolved={closedAt !== null} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** What was just found is a second old. */
function Age({ seconds, isSolved }: { seconds: number; isSolved: boolean }) {
  const age = <Duration ms={Math.max(1, seconds) * 1_000} />;
  return isSolved ? <span>{t.rich("difference_table_age_when_solved", { age })}</span> : age;
}
