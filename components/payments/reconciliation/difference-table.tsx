import { Duration } from "#components/ui/duration.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { DifferenceDto } from "#lib/revenue/reconciliation-schema.ts";

interface DifferenceTableProps {
  differences: readonly DifferenceDto[];
  zone: string;
}

/** What the provider and the ledger say differently, in plain words, and since when. */
export function DifferenceTable({ differences, zone }: DifferenceTableProps) {
  return (
    <Table caption="Differences">
      <TableHead>
        <TableHeading>What differs</TableHeading>
        <TableHeading>About</TableHeading>
        <TableHeading>Found</TableHeading>
        <TableHeading align="end">Age</TableHeading>
      </TableHead>
      <TableBody>
        {differences.map(({ id, message, subject, openedAt, closedAt, ageSeconds }) => (
          <TableRow key={id}>
            <TableCell phone="title">{message}</TableCell>
            <TableCell label="About" className="font-mono text-sm [overflow-wrap:anywhere]">
              {subject}
            </TableCell>
            <TableCell label="Found" className="whitespace-nowrap text-muted">
              <RelativeTime at={openedAt} zone={zone} />
            </TableCell>
            <TableCell label="Age" align="end" className="whitespace-nowrap">
              <Duration ms={ageSeconds * 1_000} />
              {closedAt !== null && <span className="text-muted">, solved</span>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
