import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { SyncedRecordDto } from "#lib/integrations/schema.ts";
import { moneyText } from "./money-text.ts";
import { recordStateWords } from "./record-state-words.ts";
import { kindNames } from "./sync-words.ts";

interface RecordTableProps {
  kind: SyncedRecordDto["kind"];
  records: readonly SyncedRecordDto[];
  zone: string;
}

/** The local copy of products or orders, one a row. */
export function RecordTable({ kind, records, zone }: RecordTableProps) {
  const isProduct = kind === "product";
  return (
    <Table caption={isProduct ? "Products" : "Orders"}>
      <TableHead>
        <TableHeading>{isProduct ? "Product" : "Order"}</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading align="end">{isProduct ? "Price" : "Total"}</TableHeading>
        {isProduct && <TableHeading align="end">In stock</TableHeading>}
        <TableHeading>{`More of the ${kindNames[kind].one}`}</TableHeading>
        <TableHeading align="end">Changed</TableHeading>
      </TableHead>
      <TableBody>
        {records.map((record) => (
          <TableRow key={record.externalId}>
            <TableCell phone="title" className="md:max-w-72">
              <div className="grid min-w-0">
                <span className="font-medium [overflow-wrap:anywhere]">{record.title}</span>
                <span title={record.externalId} className="truncate font-mono font-normal text-muted text-sm">
                  {record.externalId}
                </span>
              </div>
            </TableCell>
            <TableCell phone="aside">{recordStateWords(record.state)}</TableCell>
            <TableCell label={isProduct ? "Price" : "Total"} align="end" className="whitespace-nowrap">
              {record.amount ? moneyText(record.amount) : <span className="text-subtle">–</span>}
            </TableCell>
            {isProduct && (
              <TableCell label="In stock" align="end">
                {record.stock?.toLocaleString("en-GB") ?? <span className="text-subtle">–</span>}
              </TableCell>
            )}
            <TableCell label="More" className="text-muted text-sm md:max-w-64">
              {Object.entries(record.details)
                .map(([name, value]) => `${name}: ${value}`)
                .join(" · ")}
            </TableCell>
            <TableCell label="Changed" align="end" className="whitespace-nowrap text-muted">
              <RelativeTime at={record.changedAt} zone={zone} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
