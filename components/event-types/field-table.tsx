import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { FieldRow } from "./field-rows.ts";

/** The fields of an event's data: name, type, whether it is always there, and what it means. */
export function FieldTable({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <Card isFlush>
      <Table caption="Fields of data" density="compact">
        <TableHead>
          <TableHeading>Field</TableHeading>
          <TableHeading>Type</TableHeading>
          <TableHeading>Required</TableHeading>
          <TableHeading>Meaning</TableHeading>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.path}>
              <TableCell phone="title" className="align-top">
                <FieldPath path={row.path} />
              </TableCell>
              <TableCell phone="aside" className="align-top">
                <span className="whitespace-nowrap font-mono text-muted text-sm">{row.type}</span>
              </TableCell>
              <TableCell label="Required" className="align-top">
                {row.isRequired ? "Yes" : <span className="text-muted">No</span>}
              </TableCell>
              <TableCell className="align-top max-md:text-left">
                <span className="grid gap-0.5">
                  <span>{row.description}</span>
                  {row.limits.length > 0 && (
                    <span className="text-muted text-sm [overflow-wrap:anywhere]">
                      {row.limits.join(", ")}
                    </span>
                  )}
                </span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

/** A path whose last part stands out from what it is within. */
function FieldPath({ path }: { path: string }) {
  const cut = path.lastIndexOf(".") + 1;
  return (
    <code className="font-mono text-sm [overflow-wrap:anywhere]">
      <span className="text-subtle">{path.slice(0, cut)}</span>
      <span className="font-medium text-ink">{path.slice(cut)}</span>
    </code>
  );
}
